import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client';
import { keys } from '../../api/keys';
import type { Account, AccountTest, AccountWish, Balance, Difference, List, Mode, Settlement } from '../../api/types';
import { Intent } from '../../lib/intent';

export function useAccount(id: string) {
  return useQuery({
    queryKey: keys.account(id),
    queryFn: ({ signal }) => api.get<Account>(`/accounts/${id}`, signal),
    refetchInterval: 15_000,
  });
}

export function useBalance(id: string) {
  return useQuery({
    queryKey: [...keys.account(id), 'balance'],
    queryFn: ({ signal }) => api.get<Balance>(`/accounts/${id}/balance`, signal),
  });
}

/** What differs from the broker, settled or not. */
export function useDifferences(id: string) {
  return useQuery({
    queryKey: [...keys.account(id), 'differences'],
    queryFn: ({ signal }) => api.get<List<Difference>>(`/accounts/${id}/quarantine`, signal),
    select: (list) => list.items,
    refetchInterval: 30_000,
  });
}

function useAccountChange<G, A>(work: (given: G) => Promise<A>) {
  const answers = useQueryClient();
  return useMutation({ mutationFn: work, onSettled: () => answers.invalidateQueries({ queryKey: keys.accounts }) });
}

const wishes = new Intent();

export function useAddAccount() {
  return useAccountChange((wish: AccountWish) => wishes.send(wish, (key) => api.post<Account>('/accounts/register', wish, key)));
}

export function useTestAccount() {
  return useAccountChange((id: string) => api.post<AccountTest>(`/accounts/${id}/test`));
}

export function useRemoveAccount() {
  return useAccountChange((id: string) => api.delete<unknown>(`/accounts/${id}`));
}

/** After a restored backup: somebody has looked, and it may trade again. */
export function useResumeAccount() {
  return useAccountChange((id: string) => api.post<Account>(`/accounts/${id}/resume`));
}

export function useSettle(id: string) {
  return useAccountChange((settlement: Settlement) => api.post<unknown>(`/accounts/${id}/settle`, settlement));
}

/** Everything that depends on where orders go is read again. */
export function useChangeMode() {
  const answers = useQueryClient();
  return useMutation({
    mutationFn: (wish: { mode: Mode; code?: string }) => api.put<{ mode: Mode }>('/users/me/trading-mode', wish),
    onSuccess: (found) => answers.setQueryData(keys.mode, found),
    onSettled: () => {
      for (const key of [keys.mode, keys.accounts, keys.summary, keys.risk]) void answers.invalidateQueries({ queryKey: key });
    },
  });
}
