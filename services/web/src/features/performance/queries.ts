import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, query } from '../../api/client';
import { keys } from '../../api/keys';
import type { Analytics, Performance, PeriodRows, RateWish } from '../../api/types';

/** What a report is about: a currency, and the first day it looks at. */
export interface Report {
  currency: string;
  from: string | undefined;
}

export type Grouping = 'daily' | 'weekly' | 'monthly';

const reading = <T,>(path: string, report: Report) => ({
  queryKey: [...keys.performance, path, report.currency, report.from ?? ''],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    api.get<T>(`${path}${query({ currency: report.currency, from: report.from })}`, signal),
  placeholderData: keepPreviousData,
  staleTime: 30_000,
});

export const usePerformance = (report: Report) => useQuery(reading<Performance>('/performance/summary', report));
export const useAnalytics = (report: Report) => useQuery(reading<Analytics>('/portfolio/analytics', report));
export const useRows = (report: Report, grouping: Grouping) =>
  useQuery(reading<PeriodRows>(`/performance/${grouping}`, report));

export function useSetRate() {
  const answers = useQueryClient();
  return useMutation({
    mutationFn: (rate: RateWish) => api.put('/portfolio/rates', rate),
    onSuccess: () => {
      void answers.invalidateQueries({ queryKey: keys.performance });
      void answers.invalidateQueries({ queryKey: keys.summary });
    },
  });
}
