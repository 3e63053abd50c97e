import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client';
import { keys } from '../../api/keys';
import type { KillSwitchReport, RiskChange, RiskStatus } from '../../api/types';
import { pace } from '../../live/live';
import type { Limits } from './limits';

/** The limits of one level, flat, beside what waits there. */
export type OwnLimits = Limits & { pending: RiskChange[] };

export function useLimits() {
  return useQuery({
    queryKey: keys.riskLimits,
    queryFn: ({ signal }) => api.get<OwnLimits>('/risk/limits', signal),
  });
}

export function useRiskStatus() {
  return useQuery({
    queryKey: keys.riskStatus,
    queryFn: ({ signal }) => api.get<RiskStatus>('/risk/status', signal),
    refetchInterval: pace(15_000),
  });
}

/** Own changes that wait, and those of others which this person may agree to. */
export function useRiskChanges() {
  return useQuery({
    queryKey: keys.riskChanges,
    queryFn: ({ signal }) => api.get<{ items: RiskChange[] }>('/risk/limits/changes', signal),
    select: (list) => list.items,
  });
}

const WORKING_MS = 1000;

export function useKillSwitch() {
  return useQuery({
    queryKey: keys.killSwitch,
    queryFn: ({ signal }) => api.get<KillSwitchReport>('/risk/kill-switch', signal),
    refetchInterval: (query) => (query.state.data?.on && !query.state.data.settled_at ? WORKING_MS : pace(30_000)()),
  });
}

function useRiskAgain() {
  const answers = useQueryClient();
  return () => {
    for (const key of [keys.risk, keys.orders, keys.positions, keys.summary]) void answers.invalidateQueries({ queryKey: key });
  };
}

export function useChangeLimits() {
  return useMutation({
    mutationFn: (wanted: Record<string, unknown>) => api.put<OwnLimits>('/risk/limits', wanted),
    onSettled: useRiskAgain(),
  });
}

export function useApproveChange() {
  return useMutation({ mutationFn: (id: string) => api.post<unknown>(`/risk/limits/changes/${id}/approve`), onSettled: useRiskAgain() });
}

export function useWithdrawChange() {
  return useMutation({ mutationFn: (id: string) => api.delete<unknown>(`/risk/limits/changes/${id}`), onSettled: useRiskAgain() });
}

/** Harmless to repeat: pressing it again only answers what it has done so far. */
export function usePressKillSwitch() {
  return useMutation({ mutationFn: () => api.post<KillSwitchReport>('/risk/kill-switch'), onSettled: useRiskAgain() });
}

export function useLiftKillSwitch() {
  return useMutation({ mutationFn: () => api.delete<KillSwitchReport>('/risk/kill-switch'), onSettled: useRiskAgain() });
}
