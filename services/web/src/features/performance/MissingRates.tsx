import { useState } from 'react';
import type { Performance } from '../../api/types';
import { isDecimal, sign } from '../../lib/decimal';
import { useTexts } from '../../lib/texts';
import { Button } from '../../ui/Button';
import { Note } from '../../ui/Card';
import { NumberField } from '../../ui/Field';
import { ProblemNote } from '../../ui/ProblemNote';
import { toast } from '../../ui/Toast';
import { useSetRate } from './queries';
import { performanceTexts } from './texts';

type Missing = Performance['missing_rates'][number];

/** A missing rate is asked for, never guessed. */
export function MissingRates({ missing }: { missing: readonly Missing[] }) {
  return missing.map((one) => <MissingRate key={`${one.base}/${one.quote}`} of={one} />);
}

function MissingRate({ of }: { of: Missing }) {
  const t = useTexts(performanceTexts);
  const [rate, setRate] = useState('');
  const set = useSetRate();
  const isGood = isDecimal(rate) && sign(rate) > 0;
  const save = (): void =>
    set.mutate({ base: of.base, quote: of.quote, rate, day: of.from }, { onSuccess: () => toast(t.rateSaved) });
  return (
    <Note tone="care">
      <div className="stack">
        <p className="strong">{t.missingRate(of.base, of.quote)}</p>
        <p className="small">{t.missingRateNext}</p>
        <NumberField label={t.rate(of.base, of.quote)} value={rate} onText={setRate} unit={of.quote} />
        <ProblemNote problem={set.error} />
        <Button size="small" look="primary" disabled={!isGood} busy={set.isPending} onClick={save}>{t.saveRate}</Button>
      </div>
    </Note>
  );
}
