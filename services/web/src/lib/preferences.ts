import { useSyncExternalStore } from 'react';

export type Locale = 'ko' | 'en';
export type Theme = 'system' | 'light' | 'dark';
/** Which way colours run: in Korea a rise is red and a fall is blue. */
export type UpDown = 'korean' | 'western';

/** How this device shows things. Nothing here is a fact about the account. */
export interface Preferences {
  locale: Locale;
  theme: Theme;
  upDown: UpDown;
  zone: string;
}

const PLACE = 'moa.display';
const listeners = new Set<() => void>();

function firstLocale(): Locale {
  const wanted = typeof navigator === 'undefined' ? 'ko' : navigator.language;
  return wanted.toLowerCase().startsWith('ko') ? 'ko' : 'en';
}

function stored(): Partial<Preferences> {
  try {
    return JSON.parse(localStorage.getItem(PLACE) ?? '{}') as Partial<Preferences>;
  } catch {
    return {};
  }
}

let current: Preferences = { locale: firstLocale(), theme: 'system', upDown: 'korean', zone: 'Asia/Seoul', ...stored() };

export function preferences(): Preferences {
  return current;
}

export function setPreferences(change: Partial<Preferences>): void {
  current = { ...current, ...change };
  try {
    localStorage.setItem(PLACE, JSON.stringify(current));
  } catch {
    // A browser that stores nothing still shows the choice until the page is closed.
  }
  applyPreferences();
  for (const tell of listeners) tell();
}

/** Writes the choice where the style sheet and assistive technology look for it. */
export function applyPreferences(): void {
  const root = document.documentElement;
  root.lang = current.locale;
  root.dataset['updown'] = current.upDown;
  if (current.theme === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = current.theme;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribe, preferences);
}
