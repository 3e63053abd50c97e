import { useQuery } from '@tanstack/react-query';
import { api, query } from '../../api/client';
import { keys } from '../../api/keys';
import type { Chart, Feed, Interval, List } from '../../api/types';

const SHOWN = 500;

/** The last candles; read again often enough that a price laid over the running one never strays far. */
export function useCandles(instrument: string, interval: Interval, limit = SHOWN, everyMs = 20_000) {
  return useQuery({
    queryKey: [...keys.candles(instrument, interval), String(limit)],
    queryFn: async ({ signal }) =>
      (await api.get<Chart>(`/market/charts/${encodeURIComponent(instrument)}${query({ interval, limit })}`, signal)).candles,
    enabled: instrument !== '',
    refetchInterval: everyMs,
  });
}

/** Public feeds and since when one is away. */
export function useFeeds() {
  return useQuery({
    queryKey: keys.feeds,
    queryFn: ({ signal }) => api.get<List<Feed>>('/market/feeds', signal),
    select: (list) => list.items,
    refetchInterval: 60_000,
  });
}
