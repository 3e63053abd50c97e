import { useEffect } from 'react';
import { api } from '../api/client';
import { signedOut } from '../api/session';

const IDLE_MS = 60 * 60_000;
const LOOK_MS = 30_000;
const PLACE = 'moa.active';

/** Other tabs of the same person count as being here too. */
function lastSeen(): number {
  return Number(localStorage.getItem(PLACE) ?? Date.now());
}

/** Signs out when nobody has touched the page for an hour: prices that move by themselves are not a person. */
export function useIdle(): void {
  useEffect(() => {
    const here = (): void => localStorage.setItem(PLACE, String(Date.now()));
    const leave = async (): Promise<void> => {
      try {
        await api.post('/auth/logout');
      } finally {
        signedOut(true);
      }
    };
    const look = (): void => {
      if (Date.now() - lastSeen() > IDLE_MS) void leave();
    };
    here();
    const timer = setInterval(look, LOOK_MS);
    const signs = ['pointerdown', 'keydown', 'scroll'] as const;
    for (const sign of signs) window.addEventListener(sign, here, { passive: true });
    return () => {
      clearInterval(timer);
      for (const sign of signs) window.removeEventListener(sign, here);
    };
  }, []);
}
