import type { Candle } from '../../api/types';
import { type Decimal, div, mul, sign, sub } from '../../lib/decimal';

/** Percent from the first opening of the stretch to now. */
export function changeOver(candles: readonly Candle[], now: Decimal | undefined): Decimal | undefined {
  const first = candles[0]?.[1];
  if (first === undefined || now === undefined || sign(first) === 0) return undefined;
  return div(mul(sub(now, first), '100'), first, 2);
}
