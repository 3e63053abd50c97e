import { beforeEach, expect, it } from 'vitest';
import type { QueryKey } from '../api/keys';
import { Gather } from './gather';

let now: number;
let read: QueryKey[];
let timers: { at: number; work: () => void }[];
let gather: Gather;

beforeEach(() => {
  now = 100_000;
  read = [];
  timers = [];
  gather = new Gather(
    (key) => read.push(key),
    () => now,
    (work, ms) => timers.push({ at: now + ms, work }) - 1,
    (id) => {
      timers[id] = { at: Number.POSITIVE_INFINITY, work: () => undefined };
    },
  );
});

function passUntil(time: number): void {
  for (;;) {
    const next = timers.filter((timer) => timer.at <= time).sort((a, b) => a.at - b.at)[0];
    if (!next) break;
    now = next.at;
    timers.splice(timers.indexOf(next), 1, { at: Number.POSITIVE_INFINITY, work: () => undefined });
    next.work();
  }
  now = time;
}

it('aSingleEventIsActedOnSoon', () => {
  gather.add([['orders']], true);
  passUntil(100_250);
  expect(read).toEqual([['orders']]);
});

it('manyEventsOfAMomentAreOneReading', () => {
  for (let i = 0; i < 50; i++) gather.add([['orders'], ['positions']], true);
  passUntil(101_000);
  expect(read).toEqual([['orders'], ['positions']]);
});

it('theStepsOfOneOrderAreShownAsTheyCome', () => {
  for (const at of [100_000, 100_600, 101_500, 102_800]) {
    passUntil(at);
    gather.add([['orders']], true);
    passUntil(at + 250);
  }
  expect(read).toHaveLength(4);
});

it('aStormIsReadEveryFewSecondsAndItsEndIsNotMissed', () => {
  for (let at = 100_000; at <= 160_000; at += 100) {
    passUntil(at);
    gather.add([['orders']], true);
  }
  expect(read.length).toBeGreaterThan(6);
  expect(read.length).toBeLessThanOrEqual(22);
  const before = read.length;
  passUntil(190_000);
  expect(read).toHaveLength(before + 1);
});

it('aFactDoesNotWaitBehindAMark', () => {
  gather.add([['portfolio']], false);
  passUntil(100_000);
  gather.add([['portfolio']], false);
  now = 105_000;
  gather.add([['orders']], true);
  passUntil(105_300);
  expect(read).toEqual([['portfolio'], ['portfolio'], ['orders']]);
});
