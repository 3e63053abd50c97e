import { QueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { accessToken, refresh, signedOut, watchSession, currentSession } from '../api/session';
import { Problem } from '../lib/problem';
import { isUrgent, type LiveEvent, staleAfter, takeLatest } from './effects';
import { Gather } from './gather';
import { marks, prices, progress } from './prices';
import { LiveSocket, type SocketStatus } from './socket';

/** Answers of the server, the only state the page keeps. */
export const answers = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (count, failure) => count < 3 && failure instanceof Problem && (failure.undecided || failure.status === 429),
      retryDelay: (count, failure) =>
        failure instanceof Problem && failure.retryAfterSeconds ? failure.retryAfterSeconds * 1000 : 800 * 2 ** count,
      refetchOnWindowFocus: true,
    },
    mutations: { retry: false },
  },
});

const gather = new Gather(
  (key) => void answers.invalidateQueries({ queryKey: key }),
  Date.now,
  (work, ms) => window.setTimeout(work, ms),
  (timer) => window.clearTimeout(timer),
);

const eventWatchers = new Set<(event: LiveEvent) => void>();

function onEvent(event: LiveEvent): void {
  takeLatest(event, Date.now());
  gather.add(staleAfter(event), isUrgent(event));
  for (const tell of eventWatchers) tell(event);
}

async function renew(): Promise<boolean> {
  const alive = await refresh();
  if (!alive) signedOut(true);
  return alive;
}

export const socket = new LiveSocket(
  {
    open: () => new WebSocket(`${location.origin.replace(/^http/, 'ws')}/ws`),
    token: accessToken,
    renew,
    now: Date.now,
    random: Math.random,
    later: (work, ms) => window.setTimeout(work, ms),
    forget: (timer) => window.clearTimeout(timer),
  },
  onEvent,
);

let wasAway = false;

/** While the server was away, readings failed or grew old; the stream repeats facts, but not what was asked in vain. */
function readAgainAfterAbsence(): void {
  const { state, awaySince } = socket.current();
  if (wasAway && state === 'live') void answers.invalidateQueries();
  wasAway = awaySince !== undefined;
}

/** The connection lives exactly as long as the session; nothing of one person is left for the next. */
export function followSession(): void {
  const follow = (): void => {
    if (currentSession().state === 'signed_in') socket.start();
    if (currentSession().state === 'signed_out') {
      socket.stop();
      answers.clear();
      prices.clear();
      marks.clear();
      progress.clear();
    }
  };
  watchSession(follow);
  socket.watch(readAgainAfterAbsence);
  window.addEventListener('online', () => socket.hurry());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') socket.hurry();
  });
}

export function useSocketStatus(): SocketStatus {
  return useSyncExternalStore(socket.watch, socket.current);
}

/** Keeps channels open while something that needs them is on the page. */
export function useChannels(channels: readonly string[]): void {
  const wanted = channels.join(',');
  useEffect(() => {
    const releases = wanted ? wanted.split(',').map((channel) => socket.want(channel)) : [];
    return () => {
      for (const release of releases) release();
    };
  }, [wanted]);
}

export function useLiveEvents(watcher: (event: LiveEvent) => void): void {
  useEffect(() => {
    eventWatchers.add(watcher);
    return () => {
      eventWatchers.delete(watcher);
    };
  }, [watcher]);
}

const AWAY_MS = 8_000;

/** How often to read what the socket keeps fresh: seldom while it does, often enough while it does not. */
export function pace(calmMs: number): () => number {
  return () => (socket.current().state === 'live' ? calmMs : AWAY_MS);
}
