import type { LiveEvent } from './effects';

export type SocketState = 'off' | 'connecting' | 'live' | 'waiting';

export interface SocketStatus {
  state: SocketState;
  /** Since when nothing arrives, while it should. */
  awaySince: string | undefined;
}

/** What the connection needs from outside, so that a test can stand in for the browser. */
export interface SocketWorld {
  open(): WebSocket;
  token(): string | undefined;
  /** A new token when the old one was refused; false when there is no session any more. */
  renew(): Promise<boolean>;
  now(): number;
  random(): number;
  later(work: () => void, ms: number): number;
  forget(timer: number): void;
}

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;
const SILENCE_MS = 75_000;
/** The token expired or its session ended: a new token is needed, or there is none. */
const REFUSED = new Set([4401, 4403]);

/** One connection for the whole page: authenticate, subscribe, resume after the last `seq`; back-off between tries. */
export class LiveSocket {
  private socket: WebSocket | undefined;
  private wanted = new Map<string, number>();
  private status: SocketStatus = { state: 'off', awaySince: undefined };
  private lastSeq: number | undefined;
  private tries = 0;
  private retry: number | undefined;
  private silence: number | undefined;
  private readonly watchers = new Set<() => void>();

  constructor(
    private readonly world: SocketWorld,
    private readonly onEvent: (event: LiveEvent) => void,
  ) {}

  start(): void {
    if (this.status.state === 'off') this.connect();
  }

  stop(): void {
    this.cancelTimers();
    const open = this.socket;
    this.socket = undefined;
    this.lastSeq = undefined;
    this.tries = 0;
    this.become('off');
    open?.close(1000);
  }

  /** Tries at once, for example when the device is back on the network. */
  hurry(): void {
    if (this.status.state !== 'waiting') return;
    this.cancelTimers();
    this.connect();
  }

  /** Counts who wants a channel; the answer takes the wish back. */
  want(channel: string): () => void {
    const before = this.wanted.get(channel) ?? 0;
    this.wanted.set(channel, before + 1);
    if (before === 0) this.say('subscribe', { channels: [channel] });
    return () => this.release(channel);
  }

  current = (): SocketStatus => this.status;

  watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  private release(channel: string): void {
    const left = (this.wanted.get(channel) ?? 1) - 1;
    if (left > 0) {
      this.wanted.set(channel, left);
      return;
    }
    this.wanted.delete(channel);
    this.say('unsubscribe', { channels: [channel] });
  }

  private connect(): void {
    this.become('connecting');
    const socket = this.world.open();
    this.socket = socket;
    socket.onopen = () => {
      this.listenForSilence(socket);
      socket.send(JSON.stringify({ event: 'authenticate', data: { token: this.world.token() ?? '' } }));
    };
    socket.onmessage = (message: MessageEvent<string>) => {
      if (this.socket !== socket) return;
      this.listenForSilence(socket);
      this.receive(JSON.parse(message.data) as LiveEvent);
    };
    socket.onclose = (event: CloseEvent) => {
      if (this.socket === socket) void this.lost(event.code);
    };
  }

  private receive(event: LiveEvent): void {
    const known = Number(event.data?.['last_seq'] ?? Number.NaN);
    if (event.event === 'authenticated') {
      // Signed in again on the same connection, before the first token ran out: nothing else changes.
      if (this.status.state !== 'live') this.welcome(known);
      return;
    }
    if (event.event === 'token_expiring') void this.extend();
    if (event.event === 'resync_required' && Number.isFinite(known)) this.lastSeq = known;
    if (typeof event.seq === 'number' && event.seq > (this.lastSeq ?? -1)) this.lastSeq = event.seq;
    this.onEvent(event);
  }

  private welcome(known: number): void {
    const again = this.lastSeq !== undefined;
    this.tries = 0;
    this.become('live');
    if (this.wanted.size > 0) this.say('subscribe', { channels: [...this.wanted.keys()] });
    if (again) this.say('resume', { after_seq: this.lastSeq });
    else if (Number.isFinite(known)) this.lastSeq = known;
  }

  private async extend(): Promise<void> {
    await this.renewToken();
    this.say('authenticate', { token: this.world.token() ?? '' });
  }

  private say(event: string, data: Record<string, unknown>): void {
    if (this.status.state === 'live') this.socket?.send(JSON.stringify({ event, data }));
  }

  private async lost(code: number): Promise<void> {
    this.cancelTimers();
    this.socket = undefined;
    const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** this.tries) * (0.5 + this.world.random() / 2);
    this.tries += 1;
    this.become('waiting');
    this.retry = this.world.later(() => this.connect(), wait);
    if (REFUSED.has(code)) await this.renewToken();
  }

  private async renewToken(): Promise<void> {
    try {
      if (!(await this.world.renew())) this.stop();
    } catch {
      // Nobody could be asked; the next try comes with the back-off.
    }
  }

  private listenForSilence(socket: WebSocket): void {
    if (this.silence !== undefined) this.world.forget(this.silence);
    this.silence = this.world.later(() => socket.close(4000), SILENCE_MS);
  }

  private cancelTimers(): void {
    if (this.retry !== undefined) this.world.forget(this.retry);
    if (this.silence !== undefined) this.world.forget(this.silence);
    this.retry = undefined;
    this.silence = undefined;
  }

  private become(state: SocketState): void {
    const away = state === 'waiting' || (state === 'connecting' && this.status.awaySince !== undefined);
    const since = away ? (this.status.awaySince ?? new Date(this.world.now()).toISOString()) : undefined;
    this.status = { state, awaySince: since };
    for (const tell of this.watchers) tell();
  }
}
