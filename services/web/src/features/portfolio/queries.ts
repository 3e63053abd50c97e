import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api } from '../../api/client';
import { keys } from '../../api/keys';
import type { List, Position, Summary } from '../../api/types';
import { Problem } from '../../lib/problem';
import { uuid } from '../../lib/uuid';

export function useSummary() {
  return useQuery({
    queryKey: keys.summary,
    queryFn: ({ signal }) => api.get<Summary>('/portfolio/summary', signal),
    refetchInterval: 30_000,
  });
}

export function usePositions() {
  return useQuery({
    queryKey: keys.positions,
    queryFn: ({ signal }) => api.get<List<Position>>('/positions', signal),
    refetchInterval: 30_000,
  });
}

export function useClosedPositions(enabled: boolean) {
  return useQuery({
    queryKey: keys.positionHistory,
    queryFn: ({ signal }) => api.get<List<Position>>('/positions/history', signal),
    enabled,
  });
}

/** One wish to close one position: the key stays until the server has answered for good. */
export function useClosePosition() {
  const key = useRef<string>(undefined);
  const answers = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => {
      key.current ??= uuid();
      return api.post<unknown>(`/positions/${id}/close`, {}, key.current);
    },
    onSettled: (_, failure) => {
      if (!(failure instanceof Problem && failure.undecided)) key.current = undefined;
      for (const stale of [keys.orders, keys.positions, keys.summary]) void answers.invalidateQueries({ queryKey: stale });
    },
  });
}
