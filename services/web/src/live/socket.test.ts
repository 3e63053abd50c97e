import { beforeEach, describe, expect, it } from 'vitest';
import type { LiveEvent } from './effects';
import { LiveSocket, type SocketWorld } from './socket';

class FakeWebSocket {
  sent: { event: string; data: Record<string, unknown> }[] = [];
  onopen: (() => void) | null = null;
  onmessage: ((message: { data: string }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  send(text: string): void {
    this.sent.push(JSON.parse(text) as { event: string; data: Record<string, unknown> });
  }
  close(code = 1006): void {
    this.onclose?.({ code });
  }
  say(event: string, data: unknown = {}, seq?: number): void {
    this.onmessage?.({ data: JSON.stringify({ event, data, seq }) });
  }
}

class FakeWorld {
  sockets: FakeWebSocket[] = [];
  timers = new Map<number, { work: () => void; ms: number }>();
  renewals = 0;
  session = true;
  private next = 1;
  world: SocketWorld = {
    open: () => {
      const socket = new FakeWebSocket();
      this.sockets.push(socket);
      return socket as unknown as WebSocket;
    },
    token: () => `token-${this.renewals}`,
    renew: () => {
      this.renewals += 1;
      return Promise.resolve(this.session);
    },
    now: () => 0,
    random: () => 1,
    later: (work, ms) => {
      this.timers.set(this.next, { work, ms });
      return this.next++;
    },
    forget: (timer) => this.timers.delete(timer),
  };
  last(): FakeWebSocket {
    const socket = this.sockets.at(-1);
    if (!socket) throw new Error('nothing opened');
    return socket;
  }
  /** Runs the timer that is waiting, and tells how long it would have waited. */
  passTime(): number {
    const [id, timer] = [...this.timers][0] ?? [];
    if (id === undefined || !timer) throw new Error('no timer');
    this.timers.delete(id);
    timer.work();
    return timer.ms;
  }
}

describe('LiveSocket', () => {
  let fake: FakeWorld;
  let events: LiveEvent[];
  let socket: LiveSocket;

  beforeEach(() => {
    fake = new FakeWorld();
    events = [];
    socket = new LiveSocket(fake.world, (event) => events.push(event));
  });

  const welcome = (): FakeWebSocket => {
    fake.last().onopen?.();
    fake.last().say('authenticated', { last_seq: 3 });
    return fake.last();
  };

  it('authenticatesBeforeItSubscribes', () => {
    socket.want('orders');
    socket.start();
    fake.last().onopen?.();
    expect(fake.last().sent).toEqual([{ event: 'authenticate', data: { token: 'token-0' } }]);
    fake.last().say('authenticated');
    expect(fake.last().sent.slice(1)).toEqual([{ event: 'subscribe', data: { channels: ['orders'] } }]);
    expect(socket.current().state).toBe('live');
  });

  it('resumesAfterTheLastSeqItSaw', () => {
    socket.want('orders');
    socket.start();
    welcome().say('order_update', {}, 7);
    fake.last().close();
    fake.passTime();
    expect(welcome().sent.at(-1)).toEqual({ event: 'resume', data: { after_seq: 7 } });
    expect(events).toHaveLength(1);
  });

  it('resumesAfterWhatWasKnownAtSignInWhenNothingCameSince', () => {
    socket.want('orders');
    socket.start();
    welcome();
    fake.last().close();
    fake.passTime();
    expect(welcome().sent.at(-1)).toEqual({ event: 'resume', data: { after_seq: 3 } });
  });

  it('signsInAgainBeforeTheTokenRunsOut', async () => {
    socket.start();
    const open = welcome();
    open.say('token_expiring');
    await new Promise((done) => setImmediate(done));
    expect(open.sent.at(-1)).toEqual({ event: 'authenticate', data: { token: 'token-1' } });
    open.say('authenticated', { last_seq: 9 });
    expect(open.sent.filter((m) => m.event === 'resume')).toEqual([]);
  });

  it('waitsLongerAfterEachFailureAndBeginsAnewAfterASuccess', () => {
    socket.start();
    const waits = [0, 1, 2, 3, 4, 5, 6, 7].map(() => {
      fake.last().close();
      return fake.passTime();
    });
    expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 16000, 30000, 30000]);
    welcome();
    fake.last().close();
    expect(fake.passTime()).toBe(500);
  });

  it('keepsOneSubscriptionHoweverManyWantIt', () => {
    socket.start();
    const open = welcome();
    const first = socket.want('market:BINANCE:BTCUSDT');
    const second = socket.want('market:BINANCE:BTCUSDT');
    first();
    expect(open.sent.filter((m) => m.event === 'unsubscribe')).toEqual([]);
    second();
    expect(open.sent.at(-1)).toEqual({ event: 'unsubscribe', data: { channels: ['market:BINANCE:BTCUSDT'] } });
    expect(open.sent.filter((m) => m.event === 'subscribe' && m.data['channels']?.toString())).toHaveLength(1);
  });

  it('renewsTheTokenWhenItIsRefused', async () => {
    socket.start();
    fake.last().onopen?.();
    fake.last().close(4401);
    await Promise.resolve();
    expect(fake.renewals).toBe(1);
    fake.passTime();
    fake.last().onopen?.();
    expect(fake.last().sent[0]).toEqual({ event: 'authenticate', data: { token: 'token-1' } });
  });

  it('staysOffWhenTheSessionIsOver', async () => {
    fake.session = false;
    socket.start();
    fake.last().close(4401);
    await new Promise((done) => setImmediate(done));
    expect(socket.current()).toEqual({ state: 'off', awaySince: undefined });
    expect(fake.timers.size).toBe(0);
  });

  it('tellsSinceWhenItIsAway', () => {
    socket.start();
    welcome();
    expect(socket.current().awaySince).toBeUndefined();
    fake.last().close();
    expect(socket.current()).toEqual({ state: 'waiting', awaySince: '1970-01-01T00:00:00.000Z' });
    fake.passTime();
    expect(socket.current().awaySince).toBe('1970-01-01T00:00:00.000Z');
  });
});
