import type { Position, Protection } from '../../api/types';
import { div, isDecimal, mul, sign, trim } from '../../lib/decimal';

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

export function exitsOf({ take_profit, stop_loss, exits }: Position): Exits {
  const seconds = exits?.time_stop_seconds;
  return {
    takeProfit: shown(take_profit),
    stopLoss: shown(stop_loss),
    trail: shown(exits?.trail_pct),
    breakEven: shown(exits?.break_even_pct),
    hours: seconds == null ? '' : trim(div(String(seconds), '3600', 2)),
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
