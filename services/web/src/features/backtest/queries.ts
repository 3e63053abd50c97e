import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, query } from '../../api/client';
import { keys } from '../../api/keys';
import { useTemplates } from '../../api/reads';
import type { Chart, Interval, List, Run, RunRequest, RunTaken, Trade } from '../../api/types';
import { templateTexts } from '../../lib/templateTexts';
import { useTexts } from '../../lib/texts';
import { Intent } from '../../lib/intent';
import { titleOf } from './title';

const ended = (run: Run | undefined): boolean => run !== undefined && run.status !== 'QUEUED' && run.status !== 'RUNNING';

export function useRuns() {
  return useQuery({
    queryKey: keys.runs,
    queryFn: ({ signal }) => api.get<List<Run>>(`/backtest/results${query({ limit: 30 })}`, signal),
    select: (list) => list.items,
  });
}

/** Progress comes over the socket; asking now and then covers the time while it is away. */
export function useRun(id: string) {
  return useQuery({
    queryKey: keys.run(id),
    queryFn: ({ signal }) => api.get<Run>(`/backtest/results/${id}`, signal),
    refetchInterval: (known) => (ended(known.state.data) ? false : 4000),
  });
}

const wishes = new Intent();

export function useStartRun() {
  const answers = useQueryClient();
  return useMutation({
    mutationFn: (request: RunRequest) => wishes.send(request, (key) => api.post<RunTaken>('/backtest/run', request, key)),
    onSuccess: () => answers.invalidateQueries({ queryKey: keys.runs }),
  });
}

export function useRemoveRun() {
  const answers = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.delete<unknown>(`/backtest/results/${id}`),
    onSuccess: () => answers.invalidateQueries({ queryKey: keys.runs }),
  });
}

/** The last stored candle, if there is any: without one there is nothing to test. */
export function useLastCandle(instrument: string, interval: Interval) {
  return useQuery({
    queryKey: [...keys.candles(instrument, interval), 'last'],
    queryFn: ({ signal }) =>
      api.get<Chart>(`/market/charts/${encodeURIComponent(instrument)}${query({ interval, limit: 1 })}`, signal),
    select: (chart) => ({ at: chart.candles.at(-1)?.[0] }),
    enabled: instrument !== '',
  });
}

/** The trades of a run page by page; the first page came with the run. */
export function useTrades(run: Run) {
  return useInfiniteQuery({
    queryKey: [...keys.run(run.run_id), 'trades'],
    queryFn: ({ pageParam, signal }) =>
      api.get<List<Trade>>(`/backtest/results/${run.run_id}/trades${query({ cursor: pageParam })}`, signal),
    initialPageParam: run.trades_cursor ?? undefined,
    initialData: { pages: [{ items: run.trades ?? [], next_cursor: run.trades_cursor ?? null }], pageParams: [undefined] },
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** What a run tried, in words. */
export function useTitle(request: Run['request']): string {
  const names = useTexts(templateTexts).names;
  const template = useTemplates().data?.find((one) => one.indicator_id === request.indicator_id);
  return titleOf(request, names, (template?.parameters ?? []).map((one) => one.name));
}
