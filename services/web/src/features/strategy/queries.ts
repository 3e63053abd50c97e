import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, query } from '../../api/client';
import { keys } from '../../api/keys';
import type { List, RiskEstimate, Signal, Strategy, StrategyDraft, Webhook } from '../../api/types';
import { Intent } from '../../lib/intent';

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

export function useSignals(strategyId: string) {
  return useQuery({
    queryKey: keys.signals,
    queryFn: ({ signal }) => api.get<List<Signal>>(`/signals${query({ limit: 100 })}`, signal),
    select: (list) => list.items.filter((one) => one.strategy_id === strategyId),
    refetchInterval: 30_000,
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
  return useChange((id: string) => api.post<Webhook>(`/strategies/${id}/webhook`));
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
