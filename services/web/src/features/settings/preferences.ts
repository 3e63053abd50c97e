import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '../../api/client';
import { keys } from '../../api/keys';
import type { Settings } from '../../api/types';
import { type Preferences, setPreferences } from '../../lib/preferences';

/** What the server keeps of how a person wants to see Moa; a device remembers it for the time before sign-in. */
export function fromSettings(settings: Settings): Partial<Preferences> {
  return { locale: settings.locale, theme: settings.theme, upDown: settings.korean_colors ? 'korean' : 'western' };
}

export function toSettings(change: Partial<Preferences>): Partial<Settings> {
  const settings: Partial<Settings> = {};
  if (change.locale) settings.locale = change.locale;
  if (change.theme) settings.theme = change.theme;
  if (change.upDown) settings.korean_colors = change.upDown === 'korean';
  return settings;
}

/** Shows the page as the person chose, also on a device they never used before. */
export function useServerPreferences(): void {
  const { data } = useQuery({
    queryKey: keys.settings,
    queryFn: ({ signal }) => api.get<Settings>('/users/me/settings', signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  useEffect(() => {
    if (data) setPreferences(fromSettings(data));
  }, [data]);
}

/** Acts on this device at once and tells the server; a failure takes nothing back here. */
export function useChangePreferences() {
  const answers = useQueryClient();
  const tell = useMutation({
    mutationFn: (change: Partial<Settings>) => api.put<Settings>('/users/me/settings', change),
    onSuccess: (settings) => answers.setQueryData(keys.settings, settings),
  });
  const change = (part: Partial<Preferences>): void => {
    setPreferences(part);
    const settings = toSettings(part);
    if (Object.keys(settings).length > 0) tell.mutate(settings);
  };
  return { change, problem: tell.error };
}
