import { useQuery } from '@tanstack/react-query';
import { api, query } from '../../api/client';
import { keys } from '../../api/keys';
import type { Chart, Feed, Interval, List, Orderbook } from '../../api/types';

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

/** The household's own waiting paper orders, read now and then while somebody looks. */
export function useOrderbook(instrument: string, visible: boolean) {
  return useQuery({
    queryKey: keys.orderbook(instrument),
    queryFn: ({ signal }) => api.get<Orderbook>(`/market/orderbook/${encodeURIComponent(instrument)}${query({ book: 'paper' })}`, signal),
    enabled: visible,
    staleTime: 4_000,
    refetchInterval: 5_000,
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
