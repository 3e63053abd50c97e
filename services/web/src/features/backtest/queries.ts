import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, query } from '../../api/client';
import { keys } from '../../api/keys';
import type { Interval, List, Run, RunRequest } from '../../api/types';
import { Intent } from '../../lib/intent';

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
    mutationFn: (request: RunRequest) => wishes.send(request, (key) => api.post<{ run_id: string }>('/backtest/run', request, key)),
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

type Chart = { candles?: [string | number, ...string[]][]; items?: [string | number, ...string[]][] } | [string | number, ...string[]][];

/** First and last stored candle: what a test can be about at all. */
export function useStored(instrument: string, interval: Interval) {
  return useQuery({
    queryKey: [...keys.candles(instrument, interval), 'span'],
    queryFn: async ({ signal }) => {
      const path = `/market/charts/${encodeURIComponent(instrument)}`;
      const read = async (given: Record<string, string | number>) => {
        const answer = await api.get<Chart>(path + query({ interval, ...given }), signal);
        return Array.isArray(answer) ? answer : (answer.candles ?? answer.items ?? []);
      };
      const last = (await read({ limit: 5000 })).map((candle) => new Date(candle[0]).toISOString());
      return { first: last[0], last: last.at(-1) };
    },
    enabled: instrument !== '',
  });
}
