import { expect, it } from 'vitest';
import { RANGES, within } from './rules';

it('bothEndsOfARangeBelongToIt', () => {
  expect(within('0.1', RANGES.exit_pct)).toBe(true);
  expect(within('100', RANGES.exit_pct)).toBe(true);
  expect(within('0.09', RANGES.exit_pct)).toBe(false);
  expect(within('100.01', RANGES.exit_pct)).toBe(false);
});

it('aLengthIsAWholeNumber', () => {
  expect(within('12', RANGES.fast)).toBe(true);
  expect(within('12.0', RANGES.fast)).toBe(true);
  expect(within('12.5', RANGES.fast)).toBe(false);
  expect(within('', RANGES.fast)).toBe(false);
  expect(within('ten', RANGES.fast)).toBe(false);
});
