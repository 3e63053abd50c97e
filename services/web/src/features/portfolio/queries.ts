import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client';
import { keys } from '../../api/keys';
import type { List, Placed, Position, Summary } from '../../api/types';
import { Intent } from '../../lib/intent';
import { pace } from '../../live/live';
import { closingOrder } from './position';

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

export function useClosePosition() {
  const answers = useQueryClient();
  return useMutation({
    mutationFn: (position: Position) => {
      const order = closingOrder(position);
      return wishes.send(order, (key) => api.post<Placed>('/trading/orders', order, key));
    },
    onSettled: () => {
      for (const stale of [keys.orders, keys.positions, keys.summary]) void answers.invalidateQueries({ queryKey: stale });
    },
  });
}
