import { useEffect, useMemo, useState } from 'react';
import type { Candle, Interval, Quote } from '../../api/types';
import type { Bar } from '../../ui/Chart';
import { openingOf, run, type Running, toBars, withRunning } from './candles';

/** Long enough for the closed candle to be stored. */
const CLOSED_MS = 1500;

/** Stored candles that move with the latest prices; when one closes, the true one is read. */
export function useRunningBars(
  candles: readonly Candle[] | undefined, quote: Quote | undefined, interval: Interval, readAgain: () => void,
): Bar[] {
  const [running, setRunning] = useState<Running>();
  useEffect(() => {
    setRunning((known) => (quote ? run(known, quote, interval) : undefined));
  }, [quote, interval]);
  const opening = quote && openingOf(quote, interval);
  useEffect(() => {
    if (opening === undefined) return;
    const timer = setTimeout(readAgain, CLOSED_MS);
    return () => clearTimeout(timer);
  }, [opening, readAgain]);
  const stored = useMemo(() => toBars(candles ?? []), [candles]);
  return useMemo(() => withRunning(stored, running), [stored, running]);
}
