import { expect, it } from 'vitest';
import { expectationOf, toWish } from './webhook';

const state = { url: 'https://moa/api/v1/webhook/tradingview', sequence_policy: 'refuse', heartbeat_minutes: 90, heard_at: '2026-11-21T00:00:00Z' };

it('whatWasReadIsSavedUnchanged', () => {
  expect(toWish(expectationOf(state))).toEqual({ sequence_policy: 'refuse', heartbeat_minutes: 90 });
  expect(toWish(expectationOf({ ...state, sequence_policy: 'accept', heartbeat_minutes: null }))).toEqual({ sequence_policy: 'accept' });
});

it('anAlarmNeedsMinutesWithinAWeek', () => {
  const typed = { policy: 'accept' as const, alarm: true, minutes: '' };
  expect(['', '0', '1.5', '10081', '60'].map((minutes) => toWish({ ...typed, minutes })?.heartbeat_minutes)).toEqual([
    undefined, undefined, undefined, undefined, 60,
  ]);
  expect(toWish({ ...typed, alarm: false })).toEqual({ sequence_policy: 'accept' });
});
