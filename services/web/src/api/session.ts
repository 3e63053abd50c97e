/**
 * Who is signed in, as this tab knows it. The access token lives in this module's memory only; the refresh
 * token is an HttpOnly cookie that scripts never see.
 */
export type SessionState = 'starting' | 'signed_out' | 'signed_in';

interface Session {
  state: SessionState;
  /** Why the reader was brought back to the sign-in page, if not by their own wish. */
  ended: boolean;
}

let session: Session = { state: 'starting', ended: false };
let token: string | undefined;
let refreshing: Promise<boolean> | undefined;
const listeners = new Set<() => void>();

function become(next: Session): void {
  if (next.state === session.state && next.ended === session.ended) return;
  session = next;
  for (const listener of listeners) listener();
}

export const currentSession = (): Session => session;
export const accessToken = (): string | undefined => token;

export function watchSession(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function signedIn(accessToken: string): void {
  token = accessToken;
  become({ state: 'signed_in', ended: false });
}

export function signedOut(ended: boolean): void {
  token = undefined;
  become({ state: 'signed_out', ended });
}

/**
 * A spent refresh token presented again ends the whole session family, so tabs take turns: each waits for
 * the cookie its neighbour was given.
 */
function oneTabAtATime<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks ? navigator.locks.request('moa-refresh', work) : work();
}

async function askForToken(): Promise<boolean> {
  const answer = await fetch('/api/v1/auth/refresh', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'Content-Type': 'application/json' },
    body: '{}',
    // The answer's cookie must arrive even when the page is left meanwhile, or the next visit is signed out.
    keepalive: true,
  });
  if (answer.ok) {
    const body = (await answer.json()) as { access_token: string };
    signedIn(body.access_token);
    return true;
  }
  if (answer.status >= 500 || answer.status === 429) throw new Error(`refresh: ${answer.status}`);
  return false;
}

/** A fresh access token from the cookie; false when there is no session; throws when nobody could be asked. */
export function refresh(): Promise<boolean> {
  refreshing ??= oneTabAtATime(askForToken).finally(() => {
    refreshing = undefined;
  });
  return refreshing;
}
