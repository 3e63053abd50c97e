import { expect, it } from 'vitest';
import { ago, dayOf, isZone, showTime, startOfDay, zoneOffsetMinutes } from './time';

it('showsAnInstantInTheReadersZone', () => {
  expect(showTime('2026-11-20T15:30:00Z', 'minute', 'en', 'Asia/Seoul')).toBe('00:30');
  expect(showTime('2026-11-20T15:30:00Z', 'minute', 'en', 'America/New_York')).toBe('10:30');
  expect(showTime('2026-11-20T15:30:00Z', 'moment', 'ko', 'Asia/Seoul')).toContain('21');
  expect(showTime('not a time', 'minute', 'en', 'Asia/Seoul')).toBe('not a time');
});

it('knowsSummerTime', () => {
  expect(zoneOffsetMinutes(Date.parse('2026-01-15T00:00:00Z'), 'America/New_York')).toBe(-300);
  expect(zoneOffsetMinutes(Date.parse('2026-07-15T00:00:00Z'), 'America/New_York')).toBe(-240);
  expect(zoneOffsetMinutes(Date.parse('2026-07-15T00:00:00.987Z'), 'Asia/Seoul')).toBe(540);
});

it('findsTheBeginningOfADayInAZone', () => {
  expect(startOfDay('2024-08-08', 'Asia/Seoul')).toBe('2024-08-07T15:00:00.000Z');
  expect(startOfDay('2026-03-08', 'America/New_York')).toBe('2026-03-08T05:00:00.000Z');
  expect(dayOf('2024-08-07T15:00:00Z', 'Asia/Seoul')).toBe('2024-08-08');
});

it('neverClaimsMoreThanHasPassed', () => {
  const now = Date.parse('2026-11-20T12:00:00Z');
  expect(ago('2026-11-20T11:58:01Z', now, 'en')).toBe('1 min ago');
  expect(ago('2026-11-20T11:59:59.5Z', now, 'ko')).toBe('0초 전');
  expect(ago('2026-11-18T11:00:00Z', now, 'ko')).toBe('2일 전');
});

it('tellsZonesFromOtherText', () => {
  expect(isZone('Asia/Seoul')).toBe(true);
  expect(isZone('Mars/Olympus')).toBe(false);
});
