import { QueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import type { QueryKey } from '../api/keys';
import { accessToken, refresh, signedOut, watchSession, currentSession } from '../api/session';
import { Problem } from '../lib/problem';
import { type LiveEvent, staleAfter, takeLatest } from './effects';
import { marks, prices } from './prices';
import { LiveSocket, type SocketStatus } from './socket';

/** Answers of the server, the only state the page keeps. */
export const answers = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (count, failure) => count < 2 && failure instanceof Problem && failure.undecided,
      refetchOnWindowFocus: true,
    },
    mutations: { retry: false },
  },
});

/** Many events in a moment cause one reading of each answer, soon after the first of them. */
const GATHER_MS = 250;
const MARKS_MS = 3_000;
const gathered = new Map<string, QueryKey>();
const timers = new Map<number, ReturnType<typeof setTimeout>>();

function readAgain(stale: QueryKey[], afterMs: number): void {
  for (const key of stale) gathered.set(JSON.stringify(key), key);
  if (stale.length === 0 || timers.has(afterMs)) return;
  const flush = (): void => {
    timers.delete(afterMs);
    const now = [...gathered.values()];
    gathered.clear();
    for (const key of now) void answers.invalidateQueries({ queryKey: key });
  };
  timers.set(afterMs, setTimeout(flush, afterMs));
}

const eventWatchers = new Set<(event: LiveEvent) => void>();

function onEvent(event: LiveEvent): void {
  takeLatest(event, Date.now());
  const onlyAMark = event.event === 'position_update' || event.event === 'portfolio_update';
  readAgain(staleAfter(event), onlyAMark ? MARKS_MS : GATHER_MS);
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

/** The connection lives exactly as long as the session; nothing of one person is left for the next. */
export function followSession(): void {
  const follow = (): void => {
    if (currentSession().state === 'signed_in') socket.start();
    if (currentSession().state === 'signed_out') {
      socket.stop();
      answers.clear();
      prices.clear();
      marks.clear();
    }
  };
  watchSession(follow);
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
