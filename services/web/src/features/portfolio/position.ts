import type { Position } from '../../api/types';
import { type Decimal, div, mul, sign } from '../../lib/decimal';
import { type Mark, useMark } from '../../live/prices';

export interface Shown {
  mark: Decimal | null;
  pnl: Decimal | null;
  /** Percent of what was paid. */
  rate: Decimal | null;
}

function paid(position: Position): Decimal {
  return mul(position.quantity, position.entry_price);
}

/** The API's numbers, or those of a mark that came after them. */
export function shownNumbers(position: Position, mark: Mark | undefined, readAt: number): Shown {
  const pnl = mark && mark.receivedAt > readAt ? mark.unrealized_pnl : position.unrealized_pnl;
  const price = mark && mark.receivedAt > readAt ? mark.current_price : position.mark_price;
  const cost = paid(position);
  return { mark: price, pnl, rate: pnl !== null && sign(cost) > 0 ? div(mul(pnl, '100'), cost, 2) : null };
}

export function useShownNumbers(position: Position, readAt: number): Shown {
  return shownNumbers(position, useMark(position.position_id), readAt);
}
