import type { Position } from '../../api/types';
import { type Decimal, div, mul, sign } from '../../lib/decimal';
import { type Mark, useMark } from '../../live/prices';

export interface Shown {
  mark: Decimal | null | undefined;
  pnl: Decimal;
  /** Percent of what was paid for what is still held; fees are in the realised profit and in the API's `roi`. */
  rate: Decimal | undefined;
}

/** The API's numbers, or those of a mark that came after them. */
export function shownNumbers(position: Position, mark: Mark | undefined, readAt: number): Shown {
  const newer = mark && mark.receivedAt > readAt ? mark : undefined;
  const pnl = newer ? newer.unrealized_pnl : position.unrealized_pnl;
  const paid = mul(position.quantity, position.entry_price);
  const rate = sign(paid) > 0 ? div(mul(pnl, '100'), paid, 2) : undefined;
  return { mark: newer ? newer.current_price : position.mark_price, pnl, rate };
}

export function useShownNumbers(position: Position, readAt: number): Shown {
  return shownNumbers(position, useMark(position.position_id), readAt);
}
