import { usePreferences } from '../lib/preferences';
import { type Parameter, parameter, type ParameterComplaint, type Typed } from '../lib/parameters';
import { wordsOfField } from '../lib/problemWords';
import { templateTexts, wordOf } from '../lib/templateTexts';
import { useTexts } from '../lib/texts';
import { NumberField } from './Field';
import { words } from './words';

interface ParameterFieldsProps {
  parameters: readonly Parameter[];
  typed: Typed;
  wrong: Record<string, ParameterComplaint>;
  /** Whether what is still missing is said too. */
  tried: boolean;
  problem: unknown;
  onTyped: (typed: Typed) => void;
}

/** The numbers of a strategy, each under its name in words. */
export function ParameterFields({ parameters, typed, wrong, tried, problem, onTyped }: ParameterFieldsProps) {
  const t = useTexts(words);
  const names = useTexts(templateTexts).parameters;
  const { locale } = usePreferences();
  const say = (complaint: ParameterComplaint | undefined): string | undefined => {
    if (!complaint) return undefined;
    if (complaint === 'slowLonger') return t.slowLonger;
    return complaint.whole ? t.wholeBetween(complaint.low, complaint.high) : t.between(complaint.low, complaint.high);
  };
  return (
    <div className="two">
      {parameters.map((one) => {
        const value = parameter(typed, one);
        return (
          <NumberField
            key={one.name} label={wordOf(names, one.name)} whole={one.decimals === 0} value={value}
            onText={(text) => onTyped({ ...typed, [one.name]: text })}
            error={(tried || value !== '' ? say(wrong[one.name]) : undefined) ?? wordsOfField(problem, one.name, locale)}
          />
        );
      })}
    </div>
  );
}
