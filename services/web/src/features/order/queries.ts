import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, query } from '../../api/client';
import { keys } from '../../api/keys';
import type { Amendment, List, Order, OrderStatus, Placed, PlaceOrder, Position, Summary } from '../../api/types';
import { Intent } from '../../lib/intent';
import { pace } from '../../live/live';

const OPEN = new Set<OrderStatus>(['PENDING_NEW', 'SUBMITTED', 'ACCEPTED', 'PARTIALLY_FILLED', 'PENDING_CANCEL', 'UNKNOWN']);

export const isOpen = (order: Order): boolean => OPEN.has(order.status);

export function useOrders() {
  return useInfiniteQuery({
    queryKey: keys.orders,
    queryFn: ({ pageParam, signal }) =>
      api.get<List<Order>>(`/trading/orders${query({ limit: 50, cursor: pageParam })}`, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    refetchInterval: pace(60_000),
  });
}

export function useOrder(id: string) {
  return useQuery({
    queryKey: keys.order(id),
    queryFn: ({ signal }) => api.get<Order>(`/trading/orders/${id}`, signal),
  });
}

export function usePurse() {
  return useQuery({
    queryKey: keys.summary,
    queryFn: ({ signal }) => api.get<Summary>('/portfolio/summary', signal),
  });
}

export function useHoldings() {
  return useQuery({
    queryKey: keys.positions,
    queryFn: ({ signal }) => api.get<List<Position>>('/positions', signal),
  });
}

function useReadAgain() {
  const answers = useQueryClient();
  return () => {
    for (const key of [keys.orders, keys.positions, keys.summary]) void answers.invalidateQueries({ queryKey: key });
  };
}

/** Kept for the whole page: closing the ticket does not make an unanswered order a new one. */
const wishes = new Intent();

export function usePlaceOrder() {
  const readAgain = useReadAgain();
  return useMutation({
    mutationFn: (order: PlaceOrder) => wishes.send(order, (key) => api.post<Placed>('/trading/orders', order, key)),
    onSuccess: readAgain,
  });
}

export function useAmendOrder(id: string) {
  const readAgain = useReadAgain();
  return useMutation({
    mutationFn: (change: Amendment) => api.put<unknown>(`/trading/orders/${id}`, change),
    onSettled: readAgain,
  });
}

export function useCancelOrder() {
  const readAgain = useReadAgain();
  return useMutation({
    mutationFn: (id: string) => api.delete<unknown>(`/trading/orders/${id}`),
    onSettled: readAgain,
  });
}
