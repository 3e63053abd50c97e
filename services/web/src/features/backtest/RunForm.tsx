import { type FormEvent, useState } from 'react';
import { describe, useInstruments, useTemplates } from '../../api/reads';
import type { FillTiming, Interval } from '../../api/types';
import { named } from '../../lib/instrument';
import { usePreferences } from '../../lib/preferences';
import { intervalTexts } from '../../lib/interval';
import { wordsOfField } from '../../lib/problemWords';
import { navigate } from '../../lib/router';
import { templateTexts, wordOf } from '../../lib/templateTexts';
import { useTexts } from '../../lib/texts';
import { showTime } from '../../lib/time';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { NumberField, SelectField, TextField } from '../../ui/Field';
import { ParameterFields } from '../../ui/ParameterFields';
import { ProblemNote } from '../../ui/ProblemNote';
import { toast } from '../../ui/Toast';
import { type Complaint, complaints, EMPTY_FORM, type Form, isClean, percentagesOf, toRequest } from './draft';
import { useLastCandle, useStartRun } from './queries';
import { backtestTexts } from './texts';

const TIMEFRAMES: Interval[] = ['1m', '3m', '5m', '15m', '30m', '1h', '4h', '1d'];
const STARTING_CASH: Record<string, string> = { KRW: '10000000', USDT: '10000', USD: '10000' };

type NumberName = 'initial_cash' | 'investment_pct' | 'long_tp_pct' | 'long_sl_pct';

export function RunForm() {
  const t = useTexts(backtestTexts);
  const { locale, zone } = usePreferences();
  const intervals = useTexts(intervalTexts);
  const words = useTexts(templateTexts);
  const instruments = useInstruments();
  const templates = useTemplates();
  const [form, setForm] = useState<Form>(EMPTY_FORM);
  const [tried, setTried] = useState(false);
  const start = useStartRun();
  const stored = useLastCandle(form.instrument, form.timeframe);
  const change = (part: Partial<Form>): void => setForm((before) => ({ ...before, ...part }));
  const currency = named(form.instrument).quote;
  const template = templates.data?.find((one) => one.indicator_id === form.indicator);
  const wrong = complaints(form, template);
  const used = percentagesOf(template);

  const say = (complaint: Complaint | undefined): string | undefined => {
    if (complaint === undefined) return undefined;
    return typeof complaint === 'string' ? t[complaint] : t.between(complaint.low, complaint.high);
  };
  const error = (name: keyof Form): string | undefined => {
    const server = wordsOfField(start.error, name, locale);
    return (tried || form[name] !== '' ? say(wrong.fields[name]) : undefined) ?? server;
  };
  const text = (name: NumberName | 'from' | 'to') => ({
    value: form[name], onText: (value: string) => change({ [name]: value }), error: error(name),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!template || !isClean(wrong)) return;
    start.mutate(toRequest(form, template, zone), {
      onSuccess: ({ run_id }) => {
        toast(t.started);
        navigate(`/backtest/${run_id}`);
      },
    });
  };
  const pick = (instrument: string): void => {
    const cash = STARTING_CASH[named(instrument).quote] ?? '10000';
    setForm((before) => ({ ...before, instrument, initial_cash: cash }));
  };
  const options = [{ value: '', label: t.pickInstrument }].concat(
    (instruments.data ?? []).map((one) => ({ value: one.instrument, label: `${describe(one.instrument, one).label} · ${one.venue}` })),
  );
  const last = stored.data?.at;
  const hint = stored.data ? (last === undefined ? t.noneStored : t.stored(showTime(new Date(last).toISOString(), 'moment', locale, zone))) : undefined;
  return (
    <Card title={t.setUp}>
      <form className="stack wide" onSubmit={submit} noValidate data-testid="run-form">
        <SelectField
          label={t.kind} value={form.indicator} onText={(indicator) => change({ indicator, parameters: {} })} hint={wordOf(words.whats, form.indicator)}
          options={(templates.data ?? []).map((one) => ({ value: one.indicator_id, label: wordOf(words.names, one.indicator_id) }))}
        />
        <ProblemNote problem={templates.data ? null : templates.error} onRetry={() => void templates.refetch()} />
        <SelectField label={t.instrument} value={form.instrument} onText={pick} options={options} error={tried ? error('instrument') : undefined} />
        <SelectField
          label={t.timeframe} value={form.timeframe} hint={hint}
          onText={(timeframe) => change({ timeframe: timeframe as Interval })}
          options={TIMEFRAMES.map((one) => ({ value: one, label: intervals[one] }))}
        />
        <div className="two dates">
          <TextField label={t.from} type="date" {...text('from')} />
          <TextField label={t.to} type="date" {...text('to')} />
        </div>
        <p className="hint">{t.allDates}</p>
        <ParameterFields
          parameters={template?.parameters ?? []} typed={form.parameters} wrong={wrong.parameters} tried={tried} problem={start.error}
          onTyped={(parameters) => change({ parameters })}
        />
        {used.includes('long_tp_pct') && (
          <div className="two">
            <NumberField label={t.takeProfit} unit="%" {...text('long_tp_pct')} />
            <NumberField label={t.stopLoss} unit="%" {...text('long_sl_pct')} />
          </div>
        )}
        <NumberField label={t.cash} unit={form.instrument ? currency : ''} {...text('initial_cash')} />
        {used.includes('investment_pct') && <NumberField label={t.investment} unit="%" {...text('investment_pct')} />}
        <SelectField
          label={t.fillAt} value={form.fill} onText={(fill) => change({ fill: fill as FillTiming })}
          options={(['next_open', 'signal_close'] as const).map((one) => ({ value: one, label: t.fills[one] }))}
        />
        <ProblemNote problem={start.error} />
        <Button type="submit" look="primary" size="large" block busy={start.isPending}>{t.run}</Button>
      </form>
    </Card>
  );
}
