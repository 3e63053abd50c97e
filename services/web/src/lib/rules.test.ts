import { expect, it } from 'vitest';
import { RANGES, within } from './rules';

it('bothEndsOfARangeBelongToIt', () => {
  expect(within('0.1', RANGES.exit_pct)).toBe(true);
  expect(within('100', RANGES.exit_pct)).toBe(true);
  expect(within('0.09', RANGES.exit_pct)).toBe(false);
  expect(within('100.01', RANGES.exit_pct)).toBe(false);
});

it('leverageIsAWholeNumber', () => {
  expect(within('12', RANGES.leverage)).toBe(true);
  expect(within('12.0', RANGES.leverage)).toBe(true);
  expect(within('12.5', RANGES.leverage)).toBe(false);
  expect(within('', RANGES.leverage)).toBe(false);
  expect(within('ten', RANGES.leverage)).toBe(false);
});
