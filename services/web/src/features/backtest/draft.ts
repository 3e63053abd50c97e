import type { FillTiming, Interval, RunRequest } from '../../api/types';
import { compare, isDecimal, sign } from '../../lib/decimal';
import { DEFAULTS, RANGES, within } from '../../lib/rules';
import { startOfDay } from '../../lib/time';

/** The form as typed. Dates are days in the reader's zone, both included; empty is all that is stored. */
export interface Form {
  instrument: string;
  timeframe: Interval;
  from: string;
  to: string;
  fast: string;
  slow: string;
  initial_cash: string;
  investment_pct: string;
  long_tp_pct: string;
  long_sl_pct: string;
  fill: FillTiming;
}

export const EMPTY_FORM: Form = {
  instrument: '', timeframe: '1m', from: '', to: '', fast: DEFAULTS.fast, slow: DEFAULTS.slow, initial_cash: '',
  investment_pct: DEFAULTS.investment_pct, long_tp_pct: DEFAULTS.long_tp_pct, long_sl_pct: DEFAULTS.long_sl_pct, fill: 'next_open',
};

export type Complaint = 'pickInstrument' | 'dateOrder' | 'needCash' | 'slowLonger' | { low: string; high: string };

const RANGE_OF = {
  fast: RANGES.fast, slow: RANGES.slow, investment_pct: RANGES.investment_pct, long_tp_pct: RANGES.exit_pct, long_sl_pct: RANGES.exit_pct,
} as const;

export function complaints(form: Form): Partial<Record<keyof Form, Complaint>> {
  const found: Partial<Record<keyof Form, Complaint>> = {};
  if (!form.instrument) found.instrument = 'pickInstrument';
  if (form.from && form.to && form.to < form.from) found.to = 'dateOrder';
  if (!isDecimal(form.initial_cash) || sign(form.initial_cash) <= 0) found.initial_cash = 'needCash';
  for (const field of Object.keys(RANGE_OF) as (keyof typeof RANGE_OF)[]) {
    if (!within(form[field], RANGE_OF[field])) found[field] = { low: RANGE_OF[field].low, high: RANGE_OF[field].high };
  }
  if (!found.fast && !found.slow && compare(form.slow, form.fast) <= 0) found.slow = 'slowLonger';
  return found;
}

export function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** The last day belongs to the test, so it ends where the next one begins. */
export function toRequest(form: Form, zone: string): RunRequest {
  const { fast, slow, from, to, ...rest } = form;
  const request: RunRequest = { ...rest, indicator_id: 'ema_crossover', parameters: { fast, slow } };
  if (from) request.from = startOfDay(from, zone);
  if (to) request.to = startOfDay(dayAfter(to), zone);
  return request;
}
