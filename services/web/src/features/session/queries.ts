import { useMutation, useQuery } from '@tanstack/react-query';
import { api } from '../../api/client';
import { keys } from '../../api/keys';
import { signedIn } from '../../api/session';
import type { Setup, Tokens } from '../../api/types';
import { preferences } from '../../lib/preferences';
import { Problem } from '../../lib/problem';

export interface SignIn {
  username: string;
  password: string;
}

export interface Registration extends SignIn {
  email: string;
  name: string;
  invite_code?: string;
}

export function useSetup() {
  return useQuery({
    queryKey: keys.setup,
    queryFn: ({ signal }) => api.get<Setup>('/auth/setup', signal),
    retry: true,
    retryDelay: (tries) => Math.min(15_000, 1000 * 2 ** tries),
    staleTime: 0,
  });
}

async function signIn(given: SignIn): Promise<void> {
  const tokens = await api.post<Tokens>('/auth/login', given);
  if (tokens.mfa_required) throw new Problem(401, { code: 'mfa_required' });
  signedIn(tokens.access_token);
}

export function useSignIn() {
  return useMutation({ mutationFn: signIn });
}

export function useRegister() {
  return useMutation({
    mutationFn: async (given: Registration) => {
      await api.post('/auth/register', { ...given, locale: preferences().locale });
      await signIn({ username: given.username, password: given.password });
    },
  });
}
