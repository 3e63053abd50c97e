import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, query } from '../../api/client';
import { keys } from '../../api/keys';
import type { List, RiskEstimate, Signal, Strategy, StrategyDraft, Webhook, WebhookState, WebhookWish } from '../../api/types';
import { Intent } from '../../lib/intent';
import type { SignalFilter } from './signals';

export function useStrategies() {
  return useQuery({
    queryKey: keys.strategies,
    queryFn: ({ signal }) => api.get<List<Strategy>>('/strategies', signal),
    select: (list) => list.items,
  });
}

export function useStrategy(id: string) {
  return useQuery({
    queryKey: [...keys.strategies, id],
    queryFn: ({ signal }) => api.get<Strategy>(`/strategies/${id}`, signal),
  });
}

/** The newest first, as far as the server can narrow them down. */
export function useSignals({ strategy, state }: SignalFilter) {
  return useInfiniteQuery({
    queryKey: [...keys.signals, strategy, state],
    queryFn: ({ pageParam, signal }) =>
      api.get<List<Signal>>(
        `/signals${query({ strategy_id: strategy || undefined, status: state || undefined, limit: 50, cursor: pageParam })}`, signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    refetchInterval: 30_000,
  });
}

/** Whether it is heard, and what is expected of it. */
export function useWebhook(id: string, exists: boolean) {
  return useQuery({
    queryKey: keys.webhook(id),
    queryFn: ({ signal }) => api.get<WebhookState>(`/strategies/${id}/webhook`, signal),
    enabled: exists,
    refetchInterval: 60_000,
  });
}

function useChange<G, A>(work: (given: G) => Promise<A>) {
  const answers = useQueryClient();
  return useMutation({ mutationFn: work, onSettled: () => answers.invalidateQueries({ queryKey: keys.strategies }) });
}

const wishes = new Intent();

export function useCreateStrategy() {
  return useChange((draft: StrategyDraft) => wishes.send(draft, (key) => api.post<Strategy>('/strategies', draft, key)));
}

export function useChangeStrategy(id: string) {
  return useChange((draft: StrategyDraft) => api.put<Strategy>(`/strategies/${id}`, draft));
}

export function useSwitch() {
  return useChange(({ id, on }: { id: string; on: boolean }) =>
    api.post<unknown>(`/strategies/${id}/${on ? 'activate' : 'deactivate'}`),
  );
}

export function useMakeWebhook() {
  return useChange(({ id, wish }: { id: string; wish: WebhookWish | undefined }) => api.post<Webhook>(`/strategies/${id}/webhook`, wish));
}

export function useChangeWebhook(id: string) {
  return useChange((wish: WebhookWish) => api.put<WebhookState>(`/strategies/${id}/webhook`, wish));
}

export function useRemoveStrategy() {
  return useChange((id: string) => api.delete<unknown>(`/strategies/${id}`));
}

/** Asks only; nothing is kept. */
export function useSimulateRisk() {
  return useMutation({
    mutationFn: ({ instrument, timeframe, investment_pct, sizing, long_tp_pct, long_sl_pct, leverage }: StrategyDraft) =>
      api.post<RiskEstimate>('/strategies/simulate-risk', {
        instrument, timeframe, investment_pct, sizing, long_tp_pct, long_sl_pct, leverage,
      }),
  });
}
