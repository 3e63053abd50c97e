import { expect, test } from 'vitest';
import { duration, firstDay } from './periods';

test('a period begins so many days before today in the reader’s zone', () => {
  const now = '2026-03-01T16:00:00Z';
  expect(firstDay('1m', now, 'Asia/Seoul')).toBe('2026-01-31');
  expect(firstDay('1m', now, 'UTC')).toBe('2026-01-30');
  expect(firstDay('year', '2025-12-31T15:00:00Z', 'Asia/Seoul')).toBe('2026-01-01');
  expect(firstDay('all', now, 'UTC')).toBeUndefined();
});

test('a duration tells its two largest units', () => {
  expect(duration(0, 'en')).toBe('0 s');
  expect(duration(59, 'en')).toBe('59 s');
  expect(duration(3 * 86_400 + 4 * 3600 + 59, 'en')).toBe('3 d 4 h');
  expect(duration(3600 + 5, 'ko')).toBe('1시간');
  expect(duration(330, 'ko')).toBe('5분 30초');
});
