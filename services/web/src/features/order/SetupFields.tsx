import type { Known } from '../../api/reads';
import { add, compare, isDecimal, sub, trim } from '../../lib/decimal';
import { exact } from '../../lib/format';
import { useTexts } from '../../lib/texts';
import { tickAt } from '../../lib/tick';
import { Segments, Switch } from '../../ui/Choice';
import { NumberField, SelectField, TextField } from '../../ui/Field';
import type { Complaints, Draft, Terms } from './estimate';
import { type Kind, type Lasting, PLAIN, type PriceField, priceFields, SHAPES, SPECIAL } from './kinds';
import { orderTexts } from './texts';

interface SetupProps {
  draft: Draft;
  terms: Terms;
  known: Known;
  /** Whether what is still missing is said too. */
  tried: boolean;
  wrong: Complaints;
  onChange: (part: Partial<Draft>) => void;
}

/** Which kind of order, and the prices and conditions that it needs. */
export function SetupFields(props: SetupProps) {
  return (
    <>
      <KindChoice {...props} />
      {priceFields(props.draft.type).map((field) => <OnePrice key={field} field={field} {...props} />)}
      {SHAPES[props.draft.type].trails && <Trail {...props} />}
      {SHAPES[props.draft.type].hides && <ShownPart {...props} />}
      {SHAPES[props.draft.type].steps && <Steps {...props} />}
      <Conditions {...props} />
    </>
  );
}

function KindChoice({ draft, terms, onChange }: SetupProps) {
  const t = useTexts(orderTexts);
  const special = !(PLAIN as readonly Kind[]).includes(draft.type);
  const choose = (type: Kind): void => {
    const needsPrice = priceFields(type).includes('price') && type !== 'BRACKET' && !draft.prices.price;
    onChange(needsPrice && terms.last ? { type, prices: { ...draft.prices, price: trim(terms.last) } } : { type });
  };
  return (
    <div className="stack tight">
      <Segments
        label={t.type} value={special ? 'SPECIAL' : draft.type} onChange={(to) => choose(to === 'SPECIAL' ? 'STOP' : (to as Kind))}
        options={[...PLAIN.map((kind) => ({ value: kind as string, label: t.types[kind] })), { value: 'SPECIAL', label: t.special }]}
      />
      {special && (
        <SelectField
          label={t.kind} value={draft.type} onText={(kind) => choose(kind as Kind)}
          options={SPECIAL.map((kind) => ({ value: kind, label: t.types[kind] }))}
        />
      )}
      <p className="hint">{t.typeHint[draft.type]}</p>
    </div>
  );
}

function OnePrice({ field, draft, terms, known, tried, wrong, onChange }: SetupProps & { field: PriceField }) {
  const t = useTexts(orderTexts);
  const typed = draft.prices[field] ?? '';
  const complaint = wrong.prices[field];
  const set = (text: string): void => onChange({ prices: { ...draft.prices, [field]: text } });
  const step = (direction: 1 | -1): void => {
    const now = isDecimal(typed) ? typed : (terms.last ?? '0');
    const tick = tickAt(terms.rules, now) ?? '1';
    const next = direction > 0 ? add(now, tick) : sub(now, tick);
    set(compare(next, '0') > 0 ? trim(next) : now);
  };
  const optional = SHAPES[draft.type].may?.includes(field);
  const error =
    complaint === 'badTick' ? t.badTick(exact(tickAt(terms.rules, typed) ?? '')) : complaint && tried ? t.needPrice : undefined;
  return (
    <NumberField
      label={optional ? t.optional(t.prices[field]) : t.prices[field]} unit={known.quote} value={typed} onText={set} onStep={step}
      error={error} hint={field === 'price' && draft.type === 'BRACKET' ? t.bracketPrice : undefined}
    />
  );
}

function Trail({ draft, known, tried, wrong, onChange }: SetupProps) {
  const t = useTexts(orderTexts);
  return (
    <div className="size">
      <Segments
        label={t.trailBy} value={draft.trailBy} onChange={(trailBy) => onChange({ trailBy })} className="words"
        options={[{ value: 'percent', label: t.trailPercent }, { value: 'amount', label: t.trailAmount }]}
      />
      <NumberField
        label={t.trail} unit={draft.trailBy === 'percent' ? '%' : known.quote} value={draft.trail} placeholder="0"
        onText={(trail) => onChange({ trail })} error={tried && wrong.others.trail ? t.needTrail : undefined}
      />
    </div>
  );
}

function ShownPart({ draft, known, tried, wrong, onChange }: SetupProps) {
  const t = useTexts(orderTexts);
  return (
    <NumberField
      label={t.shown} unit={known.unit} value={draft.shown} placeholder="0" onText={(shown) => onChange({ shown })}
      hint={t.shownHint} error={tried && wrong.others.shown ? t.needShown : undefined}
    />
  );
}

function Steps({ draft, tried, wrong, onChange }: SetupProps) {
  const t = useTexts(orderTexts);
  return (
    <>
      <NumberField
        label={t.entries} whole value={draft.entries} onText={(entries) => onChange({ entries })} error={wrong.others.entries ? t.needEntries : undefined}
      />
      <div className="size">
        <Segments
          label={t.stepBy} value={draft.stepBy} onChange={(stepBy) => onChange({ stepBy, step: '' })} className="words"
          options={[{ value: 'percent', label: t.stepPercent }, { value: 'minutes', label: t.stepMinutes }]}
        />
        <NumberField
          label={t.step} unit={draft.stepBy === 'percent' ? '%' : t.minutes} whole={draft.stepBy === 'minutes'} value={draft.step} placeholder="0"
          onText={(step) => onChange({ step })} error={(tried || draft.step !== '') && wrong.others.step ? t.needStep[draft.stepBy] : undefined}
        />
      </div>
    </>
  );
}

function Conditions({ draft, tried, wrong, onChange }: SetupProps) {
  const t = useTexts(orderTexts);
  const { lasts, posts } = SHAPES[draft.type];
  const lasting: Lasting = lasts?.includes(draft.lasting) ? draft.lasting : 'GTC';
  return (
    <details className="conditions">
      <summary>{t.conditions}</summary>
      <div className="stack">
        {lasts && (
          <SelectField
            label={t.lasting} value={lasting} onText={(to) => onChange({ lasting: to as Lasting })}
            options={lasts.map((one) => ({ value: one, label: t.lastings[one] }))}
          />
        )}
        {lasting === 'GTD' && (
          <TextField
            label={t.lastDay} type="date" value={draft.lastDay} onText={(lastDay) => onChange({ lastDay })}
            error={tried && wrong.others.lastDay ? t.needDay : undefined}
          />
        )}
        {posts && <Wish label={t.postOnly} hint={t.postOnlyHint} on={draft.postOnly} onChange={(postOnly) => onChange({ postOnly })} />}
        <Wish label={t.reduceOnly} hint={t.reduceOnlyHint} on={draft.reduceOnly} onChange={(reduceOnly) => onChange({ reduceOnly })} />
      </div>
    </details>
  );
}

function Wish({ label, hint, on, onChange }: { label: string; hint: string; on: boolean; onChange: (on: boolean) => void }) {
  return (
    <div className="row between">
      <div className="grow">
        <p className="strong small">{label}</p>
        <p className="small soft">{hint}</p>
      </div>
      <Switch label={label} on={on} onChange={onChange} />
    </div>
  );
}
