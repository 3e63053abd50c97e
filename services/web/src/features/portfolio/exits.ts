import type { Position, Protection } from '../../api/types';
import { abs, div, isDecimal, mul, sign, sub, trim } from '../../lib/decimal';

/** Where a position closes by itself, as it is typed; empty is nothing. */
export interface Exits {
  takeProfit: string;
  stopLoss: string;
  /** Percent. */
  trail: string;
  breakEven: string;
  hours: string;
}

const shown = (value: string | null | undefined): string => (value == null ? '' : trim(value));

/** The server answers where and when; a person says how far and how long. */
export function exitsOf({ take_profit, stop_loss, exits, entry_price, opened_at }: Position): Exits {
  const gain = exits?.break_even_at == null ? undefined : div(mul(abs(sub(exits.break_even_at, entry_price)), '100'), entry_price, 4);
  const seconds = exits?.close_at == null ? undefined : Math.round((Date.parse(exits.close_at) - Date.parse(opened_at)) / 1000);
  return {
    takeProfit: shown(take_profit),
    stopLoss: shown(stop_loss),
    trail: shown(exits?.trail_pct),
    breakEven: shown(gain),
    hours: seconds === undefined ? '' : trim(div(String(seconds), '3600', 2)),
  };
}

export const isGood = (exits: Exits): boolean =>
  Object.values(exits).every((text: string) => text === '' || (isDecimal(text) && sign(text) > 0));

/** Everything that shall hold from now on; what the form does not show stays as it is. */
export function toProtection(exits: Exits, position: Position): Protection {
  const wanted: Protection = {};
  if (exits.takeProfit) wanted.take_profit = exits.takeProfit;
  if (exits.stopLoss) wanted.stop_loss = exits.stopLoss;
  if (exits.trail) wanted.trail_pct = exits.trail;
  else if (position.exits?.trail_amount != null) wanted.trail_amount = position.exits.trail_amount;
  if (exits.breakEven) wanted.break_even_pct = exits.breakEven;
  if (isDecimal(exits.hours)) wanted.time_stop_seconds = Number(div(mul(exits.hours, '3600'), '1', 0));
  if (position.exits?.ladder?.length) wanted.ladder = position.exits.ladder;
  return wanted;
}
