import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client';
import { keys } from '../../api/keys';
import { signedOut } from '../../api/session';
import { navigate } from '../../lib/router';
import type { DeviceSession, Invite, List, Telegram, TelegramLink } from '../../api/types';

export function useTelegram() {
  return useQuery({
    queryKey: keys.telegram,
    queryFn: ({ signal }) => api.get<Telegram>('/telegram', signal),
    // The link happens in another app; coming back to this one reads it again.
    refetchInterval: (known) => (known.state.data?.linked || !known.state.data?.enabled ? false : 5000),
  });
}

function useTelegramChange<A>(work: () => Promise<A>) {
  const answers = useQueryClient();
  return useMutation({ mutationFn: work, onSettled: () => answers.invalidateQueries({ queryKey: keys.telegram }) });
}

export const useLinkTelegram = () => useTelegramChange(() => api.post<TelegramLink>('/telegram/register', {}));
export const useCutTelegram = () => useTelegramChange(() => api.delete<unknown>('/telegram'));
export const useTestTelegram = () => useTelegramChange(() => api.post<unknown>('/telegram/test'));

export function useInvite() {
  return useMutation({ mutationFn: () => api.post<Invite>('/admin/invites', {}) });
}

export function useSessions() {
  return useQuery({
    queryKey: keys.sessions,
    queryFn: ({ signal }) => api.get<List<DeviceSession>>('/users/me/sessions', signal),
    select: (list) => list.items,
  });
}

export function useEndSession() {
  const answers = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.delete<unknown>(`/users/me/sessions/${id}`),
    onSettled: () => answers.invalidateQueries({ queryKey: keys.sessions }),
  });
}

/** Whoever signs in next begins at the beginning. */
function leave(): void {
  signedOut(false);
  navigate('/', { replace: true });
}

/** Even when the server cannot be told, this device forgets who was here. */
export function useSignOut() {
  return useMutation({ mutationFn: () => api.post<unknown>('/auth/logout'), onSettled: leave });
}
