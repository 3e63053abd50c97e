import type { Interval, Strategy, StrategyDraft } from '../../api/types';
import { compare } from '../../lib/decimal';
import { DEFAULTS, RANGES, within } from '../../lib/rules';

/** What a person has typed into the form, as typed. */
export interface Form {
  name: string;
  instrument: string;
  timeframe: Interval;
  fast: string;
  slow: string;
  investment_pct: string;
  long_tp_pct: string;
  long_sl_pct: string;
  short_tp_pct: string;
  short_sl_pct: string;
  leverage: string;
  allow_short: boolean;
  max_open_positions: string;
}

export const EMPTY_FORM: Form = { name: '', instrument: '', timeframe: '1m', allow_short: false, ...DEFAULTS };

export type Complaint = 'needName' | 'needInstrument' | 'slowLonger' | { low: string; high: string; whole: boolean };

const RANGE_OF = {
  fast: RANGES.fast, slow: RANGES.slow, investment_pct: RANGES.investment_pct, long_tp_pct: RANGES.exit_pct,
  long_sl_pct: RANGES.exit_pct, short_tp_pct: RANGES.exit_pct, short_sl_pct: RANGES.exit_pct, leverage: RANGES.leverage,
  max_open_positions: RANGES.max_open_positions,
} as const;

/** Every field that is not acceptable yet, with the reason. */
export function complaints(form: Form): Partial<Record<keyof Form, Complaint>> {
  const found: Partial<Record<keyof Form, Complaint>> = {};
  if (!form.name.trim()) found.name = 'needName';
  if (!form.instrument) found.instrument = 'needInstrument';
  for (const [field, range] of Object.entries(RANGE_OF) as [keyof typeof RANGE_OF, (typeof RANGE_OF)[keyof typeof RANGE_OF]][]) {
    if (!within(form[field], range)) found[field] = { low: range.low, high: range.high, whole: 'whole' in range };
  }
  if (!found.fast && !found.slow && compare(form.slow, form.fast) <= 0) found.slow = 'slowLonger';
  return found;
}

/** Counts are plain numbers of the API; parameters and percentages are decimals and stay text. */
export function toDraft(form: Form): StrategyDraft {
  const { fast, slow, leverage, max_open_positions, ...rest } = form;
  return {
    ...rest,
    name: form.name.trim(),
    indicator_id: 'ema_crossover',
    parameters: { fast, slow },
    leverage: Number(leverage),
    max_open_positions: Number(max_open_positions),
  };
}

const FROM_QUERY = ['instrument', 'timeframe', 'fast', 'slow', 'investment_pct', 'long_tp_pct', 'long_sl_pct'] as const;

export function fromQuery(query: URLSearchParams): Form {
  const given = FROM_QUERY.flatMap((name) => {
    const value = query.get(name);
    return value === null ? [] : [[name, value]];
  });
  return { ...EMPTY_FORM, ...(Object.fromEntries(given) as Partial<Form>) };
}

export function fromStrategy(strategy: Strategy): Form {
  const text = (value: string | number | null | undefined): string => (value == null ? '' : String(value));
  return {
    name: strategy.name,
    instrument: strategy.instrument,
    timeframe: strategy.timeframe,
    fast: text(strategy.parameters.fast),
    slow: text(strategy.parameters.slow),
    investment_pct: text(strategy.investment_pct),
    long_tp_pct: text(strategy.long_tp_pct),
    long_sl_pct: text(strategy.long_sl_pct),
    short_tp_pct: text(strategy.short_tp_pct),
    short_sl_pct: text(strategy.short_sl_pct),
    leverage: text(strategy.leverage),
    allow_short: strategy.allow_short,
    max_open_positions: text(strategy.max_open_positions),
  };
}
