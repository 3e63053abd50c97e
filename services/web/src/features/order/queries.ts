import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, query } from '../../api/client';
import { keys } from '../../api/keys';
import type { Amendment, Leverage, List, Order, OrderStatus, Placed, PlaceOrder, Position, Preview, Summary } from '../../api/types';
import { isContract } from '../../lib/instrument';
import { Intent } from '../../lib/intent';
import { useSettled } from '../../lib/useSettled';
import { pace } from '../../live/live';
import { answerFor } from './preview';

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

const SETTLED_MS = 350;

export interface Previewed {
  preview: Preview | undefined;
  /** Whether the answer for what is typed now is still to come. */
  asking: boolean;
  problem: unknown;
}

/** What the server thinks of an order before it is sent: asked when typing pauses, and never in the way of sending it. */
export function usePreview(order: PlaceOrder | undefined): Previewed {
  const typed = order && JSON.stringify(order);
  const asked = useSettled(typed, SETTLED_MS);
  const found = useQuery({
    queryKey: keys.preview(asked ?? ''),
    queryFn: () => api.post<Preview>('/trading/orders/preview', JSON.parse(asked ?? '') as PlaceOrder),
    enabled: asked !== undefined,
    retry: false,
    staleTime: 5_000,
    gcTime: 30_000,
    refetchInterval: 15_000,
  });
  const answered = answerFor(typed, asked, { preview: found.data, problem: found.error });
  return {
    preview: answered?.problem ? undefined : answered?.preview,
    problem: answered?.problem ?? null,
    asking: typed !== undefined && (answered === undefined || found.isPending),
  };
}

/** Orders of several parts, the newest first, with the plain orders that carry each out. */
export function usePlans() {
  return useQuery({
    queryKey: keys.plans,
    queryFn: ({ signal }) => api.get<List<Order>>(`/trading/plans${query({ limit: 50 })}`, signal),
    select: (list) => list.items,
    refetchInterval: pace(60_000),
  });
}

export function useLeverage(instrument: string, account: string) {
  return useQuery({
    queryKey: keys.leverage(instrument, account),
    queryFn: ({ signal }) => api.get<Leverage>(`/trading/leverage${query({ instrument, account_id: account || undefined })}`, signal),
    enabled: isContract(instrument),
  });
}

/** What an order costs depends on it, so every preview is asked again. */
export function useChooseLeverage(instrument: string, account: string) {
  const answers = useQueryClient();
  return useMutation({
    mutationFn: (leverage: number) => api.put<Leverage>('/trading/leverage', { instrument, leverage, ...(account ? { account_id: account } : {}) }),
    onSuccess: (chosen) => answers.setQueryData(keys.leverage(instrument, account), chosen),
    onSettled: () => answers.invalidateQueries({ queryKey: ['preview'] }),
  });
}
