import { useSyncExternalStore } from 'react';

const media = typeof matchMedia === 'undefined' ? undefined : matchMedia('(min-width: 1024px)');

function subscribe(listener: () => void): () => void {
  media?.addEventListener('change', listener);
  return () => media?.removeEventListener('change', listener);
}

/** Whether there is room for columns; the same width as in the style sheets. */
export function useWide(): boolean {
  return useSyncExternalStore(subscribe, () => media?.matches ?? false);
}
