import { type FormEvent, useState } from 'react';
import { describe, useAccounts, useInstruments, useTemplates } from '../../api/reads';
import type { Interval, StrategyDraft } from '../../api/types';
import { intervalTexts } from '../../lib/interval';
import { usePreferences } from '../../lib/preferences';
import { wordsOfField } from '../../lib/problemWords';
import { templateTexts, wordOf } from '../../lib/templateTexts';
import { useTexts } from '../../lib/texts';
import { AccountSelect } from '../../ui/AccountSelect';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Switch } from '../../ui/Choice';
import { NumberField, SelectField, TextField } from '../../ui/Field';
import { Icon } from '../../ui/Icon';
import { ParameterFields } from '../../ui/ParameterFields';
import { ProblemNote } from '../../ui/ProblemNote';
import { type Complaint, complaints, type Form, isClean, METHODS, type Method, toDraft } from './draft';
import { RiskCheck } from './RiskCheck';
import './strategy.css';
import { strategyTexts } from './texts';

const TIMEFRAMES: Interval[] = ['1m', '3m', '5m', '15m', '30m', '1h', '4h', '1d'];

/** Fields whose typed text is a number. */
type NumberName =
  | 'investment_pct' | 'long_tp_pct' | 'long_sl_pct' | 'short_tp_pct' | 'short_sl_pct' | 'leverage' | 'max_open_positions' | 'amount'
  | 'risk_pct' | 'approval_minutes' | 'approval_max_move_pct';

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
  const words = useTexts(templateTexts);
  const intervals = useTexts(intervalTexts);
  const { locale } = usePreferences();
  const instruments = useInstruments();
  const templates = useTemplates();
  const accounts = useAccounts().data ?? [];
  const [form, setForm] = useState<Form>(begin);
  const [tried, setTried] = useState(false);
  const template = templates.data?.find((one) => one.indicator_id === form.indicator);
  const wrong = complaints(form, template);
  const change = (part: Partial<Form>): void => setForm((before) => ({ ...before, ...part }));
  const say = (complaint: Complaint | undefined): string | undefined => {
    if (!complaint) return undefined;
    if (typeof complaint === 'string') return t[complaint];
    return complaint.whole ? t.wholeBetween(complaint.low, complaint.high) : t.between(complaint.low, complaint.high);
  };
  const error = (name: keyof Form): string | undefined => {
    const server = wordsOfField(problem, name, locale);
    const empty = name === 'name' || name === 'instrument' || form[name] === '';
    return (tried || !empty ? say(wrong.fields[name]) : undefined) ?? server;
  };
  const number = (name: NumberName) => ({ value: form[name], onText: (typed: string) => change({ [name]: typed }), error: error(name) });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (template && isClean(wrong)) onSave(toDraft(form, template));
  };
  const options = [{ value: '', label: t.needInstrument }].concat(
    (instruments.data ?? []).map((one) => ({ value: one.instrument, label: `${describe(one.instrument, one).label} · ${one.venue}` })),
  );
  return (
    <form className="narrow stack wide" onSubmit={submit} noValidate data-testid="strategy-form">
      <div className="page-head" style={{ marginBottom: 0 }}><h1>{title}</h1></div>
      <Card>
        <div className="stack wide">
          <SelectField
            label={t.kind} value={form.indicator} onText={(indicator) => change({ indicator, parameters: {} })}
            hint={wordOf(words.whats, form.indicator)}
            options={(templates.data ?? []).map((one) => ({ value: one.indicator_id, label: wordOf(words.names, one.indicator_id) }))}
          />
          <ProblemNote problem={templates.data ? null : templates.error} onRetry={() => void templates.refetch()} />
          <TextField label={t.name} value={form.name} onText={(name) => change({ name })} error={error('name')} placeholder={t.nameExample} maxLength={60} />
          <SelectField label={t.instrument} value={form.instrument} onText={(instrument) => change({ instrument })} error={error('instrument')} options={options} />
          <AccountSelect accounts={accounts} value={form.account} byMode={false} onChoose={(account) => change({ account })} />
          <SelectField
            label={t.timeframe} value={form.timeframe} onText={(timeframe) => change({ timeframe: timeframe as Interval })}
            options={TIMEFRAMES.map((one) => ({ value: one, label: intervals[one] }))}
          />
          <ParameterFields
            parameters={template?.parameters ?? []} typed={form.parameters} wrong={wrong.parameters} tried={tried} problem={problem}
            onTyped={(parameters) => change({ parameters })}
          />
        </div>
      </Card>
      <Card title={t.exits}>
        <div className="stack wide">
          {template?.uses_exits !== false && (
            <>
              <p className="soft small">{t.exitsHint}</p>
              <div className="two">
                <NumberField label={t.takeProfit} unit="%" {...number('long_tp_pct')} />
                <NumberField label={t.stopLoss} unit="%" {...number('long_sl_pct')} />
              </div>
            </>
          )}
          {template?.uses_investment !== false && (
            <>
              <SelectField
                label={t.sizing} value={form.method} onText={(method) => change({ method: method as Method })}
                hint={t.methodHints[form.method]} options={METHODS.map((one) => ({ value: one, label: t.methods[one] }))}
              />
              {form.method === 'share' && <NumberField label={t.investment} unit="%" {...number('investment_pct')} />}
              {form.method === 'amount' && <NumberField label={t.amount} {...number('amount')} />}
              {(form.method === 'risk' || form.method === 'volatility') && <NumberField label={t.riskPct} unit="%" {...number('risk_pct')} />}
            </>
          )}
        </div>
      </Card>
      <Card>
        <details className="disclosure">
          <summary>{t.more}<Icon name="down" size={18} /></summary>
          <div className="stack wide">
            <div className="row between">
              <span className="grow">{t.ask}<br /><span className="small soft">{t.askHint}</span></span>
              <Switch label={t.ask} on={form.ask} onChange={(ask) => change({ ask })} />
            </div>
            {form.ask && (
              <div className="two">
                <NumberField label={t.askMinutes} whole {...number('approval_minutes')} />
                <NumberField label={t.askMove} unit="%" {...number('approval_max_move_pct')} />
              </div>
            )}
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
      {template && isClean(wrong) && <RiskCheck draft={toDraft(form, template)} />}
      <ProblemNote problem={problem} />
      <Button type="submit" look="primary" size="large" block busy={saving}>{t.save}</Button>
    </form>
  );
}
