import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, query } from '../../api/client';
import { keys } from '../../api/keys';
import type { Approval, List } from '../../api/types';
import { pace } from '../../live/live';

export function useApprovals(waiting: boolean) {
  return useInfiniteQuery({
    queryKey: [...keys.approvals, waiting ? 'waiting' : 'all'],
    queryFn: ({ pageParam, signal }) =>
      api.get<List<Approval>>(`/signals/approvals${query({ status: waiting ? 'waiting' : undefined, cursor: pageParam })}`, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    refetchInterval: pace(15_000),
  });
}

/** Deciding is harmless to repeat: the first decision stands. */
export function useDecide() {
  const answers = useQueryClient();
  return useMutation({
    mutationFn: ({ id, verdict }: { id: string; verdict: 'approve' | 'refuse' }) =>
      api.post<Approval>(`/signals/approvals/${id}/${verdict}`),
    onSettled: () => {
      for (const key of [keys.approvals, keys.orders, keys.signals, keys.positions, keys.summary]) {
        void answers.invalidateQueries({ queryKey: key });
      }
    },
  });
}
