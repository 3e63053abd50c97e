import { useSyncExternalStore } from 'react';
import { currentSession, watchSession } from '../api/session';

export function useSession() {
  return useSyncExternalStore(watchSession, currentSession);
}
