import type { FillTiming, Interval, RunRequest, Template } from '../../api/types';
import { isDecimal, sign } from '../../lib/decimal';
import { allParameters, type ParameterComplaint, parameterComplaints, type Typed } from '../../lib/parameters';
import { DEFAULTS, RANGES, within } from '../../lib/rules';
import { startOfDay } from '../../lib/time';

/** The form as typed. Dates are days in the reader's zone, both included; empty is all that is stored. */
export interface Form {
  indicator: string;
  parameters: Typed;
  instrument: string;
  timeframe: Interval;
  from: string;
  to: string;
  initial_cash: string;
  investment_pct: string;
  long_tp_pct: string;
  long_sl_pct: string;
  fill: FillTiming;
}

export const EMPTY_FORM: Form = {
  indicator: 'ema_crossover', parameters: {}, instrument: '', timeframe: '1m', from: '', to: '', initial_cash: '',
  investment_pct: DEFAULTS.investment_pct, long_tp_pct: DEFAULTS.long_tp_pct, long_sl_pct: DEFAULTS.long_sl_pct, fill: 'next_open',
};

export type Complaint = 'pickInstrument' | 'dateOrder' | 'needCash' | { low: string; high: string };

/** Every field that is not acceptable yet, with the reason; parameters under their own names. */
export interface Complaints {
  fields: Partial<Record<keyof Form, Complaint>>;
  parameters: Record<string, ParameterComplaint>;
}

type PercentField = 'investment_pct' | 'long_tp_pct' | 'long_sl_pct';

/** Percentages that act on what this kind of strategy buys; the others are neither shown nor sent. */
export function percentagesOf(template: Template | undefined): PercentField[] {
  const exits: PercentField[] = template?.uses_exits === false ? [] : ['long_tp_pct', 'long_sl_pct'];
  return template?.uses_investment === false ? exits : [...exits, 'investment_pct'];
}

const RANGE_OF = { investment_pct: RANGES.investment_pct, long_tp_pct: RANGES.exit_pct, long_sl_pct: RANGES.exit_pct } as const;

export function complaints(form: Form, template: Template | undefined): Complaints {
  const fields: Complaints['fields'] = {};
  if (!form.instrument) fields.instrument = 'pickInstrument';
  if (form.from && form.to && form.to < form.from) fields.to = 'dateOrder';
  if (!isDecimal(form.initial_cash) || sign(form.initial_cash) <= 0) fields.initial_cash = 'needCash';
  for (const field of percentagesOf(template)) {
    if (!within(form[field], RANGE_OF[field])) fields[field] = { low: RANGE_OF[field].low, high: RANGE_OF[field].high };
  }
  return { fields, parameters: parameterComplaints(form.parameters, template?.parameters ?? []) };
}

export const isClean = ({ fields, parameters }: Complaints): boolean =>
  Object.keys(fields).length === 0 && Object.keys(parameters).length === 0;

export function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** The last day belongs to the test, so it ends where the next one begins. */
export function toRequest(form: Form, template: Template, zone: string): RunRequest {
  const { instrument, timeframe, initial_cash, fill, from, to } = form;
  const request: RunRequest = {
    indicator_id: template.indicator_id, parameters: allParameters(form.parameters, template.parameters), instrument, timeframe, initial_cash, fill,
  };
  for (const field of percentagesOf(template)) request[field] = form[field];
  if (from) request.from = startOfDay(from, zone);
  if (to) request.to = startOfDay(dayAfter(to), zone);
  return request;
}
