import type { Position } from '../../api/types';
import type { Decimal } from '../../lib/decimal';
import { type Mark, useMark } from '../../live/prices';

export interface Shown {
  mark: Decimal | null | undefined;
  pnl: Decimal | null | undefined;
  /** Percent of what was paid. */
  rate: Decimal | null | undefined;
}

/** The API's numbers, or those of a mark that came after them. */
export function shownNumbers(position: Position, mark: Mark | undefined, readAt: number): Shown {
  if (mark && mark.receivedAt > readAt) {
    return { mark: mark.current_price, pnl: mark.unrealized_pnl, rate: mark.pnl_percentage || undefined };
  }
  return { mark: position.mark_price, pnl: position.unrealized_pnl, rate: position.roi };
}

export function useShownNumbers(position: Position, readAt: number): Shown {
  return shownNumbers(position, useMark(position.position_id), readAt);
}
