import { type FormEvent, useState } from 'react';
import { describe, useInstruments } from '../../api/reads';
import type { Interval, StrategyDraft } from '../../api/types';
import { intervalTexts } from '../../lib/interval';
import { usePreferences } from '../../lib/preferences';
import { wordsOfField } from '../../lib/problemWords';
import { useTexts } from '../../lib/texts';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Switch } from '../../ui/Choice';
import { NumberField, SelectField, TextField } from '../../ui/Field';
import { Icon } from '../../ui/Icon';
import { ProblemNote } from '../../ui/ProblemNote';
import { type Complaint, complaints, type Form, toDraft } from './draft';
import './strategy.css';
import { strategyTexts } from './texts';

const TIMEFRAMES: Interval[] = ['1m', '3m', '5m', '15m', '30m', '1h', '4h', '1d'];

type NumberName = Exclude<keyof Form, 'name' | 'instrument' | 'timeframe' | 'allow_short'>;

interface StrategyFormProps {
  title: string;
  begin: Form;
  saving: boolean;
  problem: unknown;
  onSave: (draft: StrategyDraft) => void;
}

/** Keeps what was typed; tells what is wrong beside its field. */
export function StrategyForm({ title, begin, saving, problem, onSave }: StrategyFormProps) {
  const t = useTexts(strategyTexts);
  const intervals = useTexts(intervalTexts);
  const { locale } = usePreferences();
  const instruments = useInstruments();
  const [form, setForm] = useState<Form>(begin);
  const [tried, setTried] = useState(false);
  const wrong = complaints(form);
  const change = (part: Partial<Form>): void => setForm((before) => ({ ...before, ...part }));
  const say = (complaint: Complaint | undefined): string | undefined => {
    if (!complaint) return undefined;
    if (typeof complaint === 'string') return t[complaint];
    return complaint.whole ? t.wholeBetween(complaint.low, complaint.high) : t.between(complaint.low, complaint.high);
  };
  const error = (name: keyof Form): string | undefined => {
    const server = wordsOfField(problem, name, locale);
    const empty = name === 'name' || name === 'instrument';
    return (tried || !empty ? say(wrong[name]) : undefined) ?? server;
  };
  const number = (name: NumberName) => ({ value: form[name], onText: (text: string) => change({ [name]: text }), error: error(name) });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(wrong).length > 0) return;
    onSave(toDraft(form));
  };
  const options = [{ value: '', label: t.needInstrument }].concat(
    (instruments.data ?? []).map((one) => ({ value: one.instrument, label: `${describe(one.instrument, one).label} · ${one.venue}` })),
  );
  return (
    <form className="narrow stack wide" onSubmit={submit} noValidate data-testid="strategy-form">
      <div className="page-head" style={{ marginBottom: 0 }}><h1>{title}</h1></div>
      <Card>
        <div className="stack wide">
          <div>
            <h2>{t.ema}</h2>
            <p className="soft small">{t.emaWhat}</p>
          </div>
          <TextField label={t.name} value={form.name} onText={(name) => change({ name })} error={error('name')} placeholder={t.nameExample} maxLength={60} />
          <SelectField label={t.instrument} value={form.instrument} onText={(instrument) => change({ instrument })} error={error('instrument')} options={options} />
          <SelectField
            label={t.timeframe} value={form.timeframe} onText={(timeframe) => change({ timeframe: timeframe as Interval })}
            options={TIMEFRAMES.map((one) => ({ value: one, label: intervals[one] }))}
          />
          <div className="two">
            <NumberField label={t.fast} unit={t.candles} whole {...number('fast')} />
            <NumberField label={t.slow} unit={t.candles} whole {...number('slow')} />
          </div>
        </div>
      </Card>
      <Card title={t.exits}>
        <div className="stack wide">
          <p className="soft small">{t.exitsHint}</p>
          <div className="two">
            <NumberField label={t.takeProfit} unit="%" {...number('long_tp_pct')} />
            <NumberField label={t.stopLoss} unit="%" {...number('long_sl_pct')} />
          </div>
          <NumberField label={t.investment} unit="%" {...number('investment_pct')} />
        </div>
      </Card>
      <Card>
        <details className="disclosure">
          <summary>{t.more}<Icon name="down" size={18} /></summary>
          <div className="stack wide">
            <div className="row between">
              <span>{t.shortAllowed}</span>
              <Switch label={t.shortAllowed} on={form.allow_short} onChange={(allow_short) => change({ allow_short })} />
            </div>
            <div className="two">
              <NumberField label={t.shortTp} unit="%" {...number('short_tp_pct')} />
              <NumberField label={t.shortSl} unit="%" {...number('short_sl_pct')} />
            </div>
            <NumberField label={t.leverage} unit="×" whole hint={t.leverageHint} {...number('leverage')} />
            <NumberField label={t.maxPositions} whole {...number('max_open_positions')} />
          </div>
        </details>
      </Card>
      <ProblemNote problem={problem} />
      <Button type="submit" look="primary" size="large" block busy={saving}>{t.save}</Button>
    </form>
  );
}
