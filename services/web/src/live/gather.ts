import type { QueryKey } from '../api/keys';

/** The first of many events is acted on soon, those of a storm together: readings are limited per minute. */
const SOON_MS = 250;
const STORM_MS = 5_000;
const UNHURRIED_MS = 10_000;

/** Collects what went stale and hands it on in few readings, each answer once. */
export class Gather {
  private readonly stale = new Map<string, QueryKey>();
  private timer: { due: number; id: number } | undefined;
  private lastAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly read: (key: QueryKey) => void,
    private readonly now: () => number,
    private readonly later: (work: () => void, ms: number) => number,
    private readonly forget: (timer: number) => void,
  ) {}

  add(keys: QueryKey[], urgent: boolean): void {
    if (keys.length === 0) return;
    for (const key of keys) this.stale.set(JSON.stringify(key), key);
    const soonest = this.lastAt + (urgent ? STORM_MS : UNHURRIED_MS);
    const due = Math.max(this.now() + (urgent ? SOON_MS : 0), soonest);
    if (this.timer && this.timer.due <= due) return;
    if (this.timer) this.forget(this.timer.id);
    this.timer = { due, id: this.later(() => this.flush(), Math.max(0, due - this.now())) };
  }

  private flush(): void {
    this.timer = undefined;
    this.lastAt = this.now();
    const keys = [...this.stale.values()];
    this.stale.clear();
    for (const key of keys) this.read(key);
  }
}
