import type { Candle, Interval, Quote } from '../../api/types';
import { type Decimal, toDrawing } from '../../lib/decimal';
import type { Bar } from '../../ui/Chart';

const MINUTES: Record<Interval, number> = { '1m': 1, '3m': 3, '5m': 5, '15m': 15, '30m': 30, '1h': 60, '4h': 240, '1d': 1440 };

export const INTERVALS = Object.keys(MINUTES) as Interval[];

export function intervalMs(interval: Interval): number {
  return MINUTES[interval] * 60_000;
}

const epoch = (time: string | number): number => (typeof time === 'number' ? time : Date.parse(time));

/** For drawing only. */
export function toBars(candles: readonly Candle[]): Bar[] {
  return candles.map(([time, open, high, low, close, volume]) => ({
    at: epoch(time),
    open: toDrawing(open),
    high: toDrawing(high),
    low: toDrawing(low),
    close: toDrawing(close),
    volume: toDrawing(volume),
  }));
}

/**
 * The stored candles with the latest price laid over the running one, until the next reading brings the
 * true candle. A price of a time before the last candle (a replay that began again) changes nothing.
 */
export function withPrice(bars: readonly Bar[], quote: Quote | undefined, interval: Interval): Bar[] {
  const last = bars.at(-1);
  if (!last || !quote) return [...bars];
  const price = toDrawing(quote.price);
  const opening = Math.floor(Date.parse(quote.time) / intervalMs(interval)) * intervalMs(interval);
  if (!Number.isFinite(opening) || opening < last.at) return [...bars];
  if (opening === last.at) {
    return [...bars.slice(0, -1), { ...last, close: price, high: Math.max(last.high, price), low: Math.min(last.low, price) }];
  }
  return [...bars, { at: opening, open: price, high: price, low: price, close: price, volume: 0 }];
}

export function closes(candles: readonly Candle[]): Decimal[] {
  return candles.map((candle) => candle[4]);
}
