import type { QueryKey } from '../api/keys';

/** Readings are limited per minute: a few at once are free, after that one every REFILL_MS. */
const FREE = 6;
const REFILL_MS = 4_000;
const SOON_MS = 250;
const UNHURRIED_MS = 10_000;

/** Collects what went stale and hands it on in few readings, each answer once. */
export class Gather {
  private readonly stale = new Map<string, QueryKey>();
  private timer: { due: number; id: number } | undefined;
  private lastAt = Number.NEGATIVE_INFINITY;
  private free = FREE;
  private freeAt = 0;

  constructor(
    private readonly read: (key: QueryKey) => void,
    private readonly now: () => number,
    private readonly later: (work: () => void, ms: number) => number,
    private readonly forget: (timer: number) => void,
  ) {}

  /** What is urgent is a fact somebody waits for; the rest only moves a sum. */
  add(keys: QueryKey[], urgent: boolean): void {
    if (keys.length === 0) return;
    for (const key of keys) this.stale.set(JSON.stringify(key), key);
    const now = this.now();
    const due = urgent ? Math.max(now + SOON_MS, this.nextFree(now)) : Math.max(now, this.lastAt + UNHURRIED_MS);
    if (this.timer && this.timer.due <= due) return;
    if (this.timer) this.forget(this.timer.id);
    this.timer = { due, id: this.later(() => this.flush(), Math.max(0, due - now)) };
  }

  private nextFree(now: number): number {
    this.refill(now);
    return this.free > 0 ? now : this.freeAt + REFILL_MS;
  }

  private refill(now: number): void {
    const gained = Math.floor((now - this.freeAt) / REFILL_MS);
    if (gained <= 0) return;
    this.free = Math.min(FREE, this.free + gained);
    this.freeAt = this.free === FREE ? now : this.freeAt + gained * REFILL_MS;
  }

  private flush(): void {
    const now = this.now();
    this.refill(now);
    if (this.free === FREE) this.freeAt = now;
    this.free = Math.max(0, this.free - 1);
    this.timer = undefined;
    this.lastAt = now;
    const keys = [...this.stale.values()];
    this.stale.clear();
    for (const key of keys) this.read(key);
  }
}
