import type { Candle, Interval, Quote } from '../../api/types';
import { type Decimal, toDrawing } from '../../lib/decimal';
import type { Bar } from '../../ui/Chart';

const MINUTES: Record<Interval, number> = { '1m': 1, '3m': 3, '5m': 5, '15m': 15, '30m': 30, '1h': 60, '4h': 240, '1d': 1440 };

export const INTERVALS = Object.keys(MINUTES) as Interval[];

export function intervalMs(interval: Interval): number {
  return MINUTES[interval] * 60_000;
}

/** For drawing only. */
export function toBars(candles: readonly Candle[]): Bar[] {
  return candles.map(([time, open, high, low, close, volume]) => ({
    at: Date.parse(time),
    open: toDrawing(open),
    high: toDrawing(high),
    low: toDrawing(low),
    close: toDrawing(close),
    volume: toDrawing(volume),
  }));
}

/** What the latest prices did since their candle opened. */
export interface Running {
  at: number;
  open: number;
  high: number;
  low: number;
  close: number;
}

export function openingOf(quote: Quote, interval: Interval): number {
  return Math.floor(Date.parse(quote.time) / intervalMs(interval)) * intervalMs(interval);
}

export function run(known: Running | undefined, quote: Quote, interval: Interval): Running {
  const at = openingOf(quote, interval);
  const price = toDrawing(quote.price);
  if (known?.at !== at) return { at, open: price, high: price, low: price, close: price };
  return { ...known, close: price, high: Math.max(known.high, price), low: Math.min(known.low, price) };
}

/**
 * The stored candles with the latest prices laid over the running one, until the next reading brings the
 * true candle. Prices of a time before the last candle (a replay that began again) change nothing.
 */
export function withRunning(bars: readonly Bar[], running: Running | undefined): Bar[] {
  const last = bars.at(-1);
  if (!last || !running || !(running.at >= last.at)) return [...bars];
  if (running.at > last.at) return [...bars, { ...running, volume: 0 }];
  const high = Math.max(last.high, running.high);
  const low = Math.min(last.low, running.low);
  return [...bars.slice(0, -1), { ...last, high, low, close: running.close }];
}

export function closes(candles: readonly Candle[]): Decimal[] {
  return candles.map((candle) => candle[4]);
}
