import { useSyncExternalStore } from 'react';
import type { Quote } from '../api/types';

/** Latest values that may be lost: a price or a mark, replaced by whatever is newer. */
class Latest<T> {
  private readonly values = new Map<string, T>();
  private readonly listeners = new Map<string, Set<() => void>>();

  get(id: string): T | undefined {
    return this.values.get(id);
  }

  set(id: string, value: T): void {
    this.values.set(id, value);
    for (const tell of this.listeners.get(id) ?? []) tell();
  }

  subscribe(id: string, listener: () => void): () => void {
    const found = this.listeners.get(id) ?? new Set();
    found.add(listener);
    this.listeners.set(id, found);
    return () => found.delete(listener);
  }

  clear(): void {
    this.values.clear();
    for (const all of this.listeners.values()) for (const tell of all) tell();
  }
}

export interface Mark {
  unrealized_pnl: string;
  pnl_percentage?: string;
  current_price: string;
  /** When it arrived here; a mark older than the last answer of the API is not shown. */
  receivedAt: number;
}

export const prices = new Latest<Quote>();
export const marks = new Latest<Mark>();
/** Percent of running backtests. */
export const progress = new Latest<string>();

/**
 * A quote read from the API fills the gap until the socket brings a newer one. What the socket brings is
 * newer by arrival, not by its time: a replay that begins again goes back in time.
 */
export function offerQuote(quote: Quote): void {
  const known = prices.get(quote.instrument);
  if (!known || Date.parse(quote.time) >= Date.parse(known.time)) prices.set(quote.instrument, quote);
}

export function usePrice(instrument: string): Quote | undefined {
  return useSyncExternalStore(
    (listener) => prices.subscribe(instrument, listener),
    () => prices.get(instrument),
  );
}

export function useMark(positionId: string): Mark | undefined {
  return useSyncExternalStore(
    (listener) => marks.subscribe(positionId, listener),
    () => marks.get(positionId),
  );
}

export function useProgress(runId: string): string | undefined {
  return useSyncExternalStore(
    (listener) => progress.subscribe(runId, listener),
    () => progress.get(runId),
  );
}
