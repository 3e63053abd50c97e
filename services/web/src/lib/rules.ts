import { compare, type Decimal, isDecimal, scaleOf } from './decimal';

export interface Range {
  low: Decimal;
  high: Decimal;
  whole?: boolean;
}

/** Whether what was typed is a number of this range, both ends included. */
export function within(text: string, { low, high, whole }: Range): boolean {
  if (!isDecimal(text)) return false;
  if (whole && scaleOf(text) > 0) return false;
  return compare(text, low) >= 0 && compare(text, high) <= 0;
}

/** Ranges of api.md, "Defaults and ranges". */
export const RANGES = {
  investment_pct: { low: '1', high: '100' },
  exit_pct: { low: '0.1', high: '100' },
  leverage: { low: '1', high: '125', whole: true },
  max_open_positions: { low: '1', high: '100', whole: true },
} as const satisfies Record<string, Range>;

export const DEFAULTS = {
  investment_pct: '10', long_tp_pct: '5', long_sl_pct: '2', short_tp_pct: '5', short_sl_pct: '2',
  leverage: '3', max_open_positions: '1',
} as const;
