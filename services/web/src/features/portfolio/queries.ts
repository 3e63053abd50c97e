import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client';
import { keys } from '../../api/keys';
import type { ClosePosition, List, Placed, Position, Protection, Summary } from '../../api/types';
import { Intent } from '../../lib/intent';
import { pace } from '../../live/live';

export function useSummary() {
  return useQuery({
    queryKey: keys.summary,
    queryFn: ({ signal }) => api.get<Summary>('/portfolio/summary', signal),
    refetchInterval: pace(30_000),
  });
}

export function usePositions() {
  return useQuery({
    queryKey: keys.positions,
    queryFn: ({ signal }) => api.get<List<Position>>('/positions', signal),
    refetchInterval: pace(30_000),
  });
}

export function useClosedPositions(enabled: boolean) {
  return useQuery({
    queryKey: keys.positionHistory,
    queryFn: ({ signal }) => api.get<List<Position>>('/positions/history', signal),
    enabled,
  });
}

const wishes = new Intent();

function useReadAgain() {
  const answers = useQueryClient();
  return () => {
    for (const stale of [keys.orders, keys.positions, keys.summary]) void answers.invalidateQueries({ queryKey: stale });
  };
}

/** All of it or a part; never more than is held, whatever happens meanwhile. */
export function useClosePosition(id: string) {
  return useMutation({
    mutationFn: (part: ClosePosition) =>
      wishes.send({ id, ...part }, (key) => api.post<Placed>(`/positions/${id}/close`, part, key)),
    onSettled: useReadAgain(),
  });
}

/** Where it shall be closed by itself; what is left out is taken away. */
export function useProtect(id: string) {
  return useMutation({
    mutationFn: (wanted: Protection) => api.put<unknown>(`/positions/${id}/protection`, wanted),
    onSettled: useReadAgain(),
  });
}
