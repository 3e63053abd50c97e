import { expect, it } from 'vitest';
import type { Signal } from '../../api/types';
import { reasonsOf, withReason } from './signals';

const signal = (...reasons: string[]): Signal => ({ reasons }) as Signal;
const signals = [
  signal("The order's value 5000 USDT is above the limit of 1000 USDT."),
  signal("The order's value 7,250.5 USDT is above the limit of 1000 USDT.", 'The strategy is switched off.'),
  signal(),
];

it('figuresDoNotMakeAnotherReason', () => {
  expect(reasonsOf(signals).map(({ example, count }) => [example, count])).toEqual([
    ["The order's value 5000 USDT is above the limit of 1000 USDT.", 2], ['The strategy is switched off.', 1],
  ]);
});

it('aReasonKeepsTheSignalsItSpokeAgainst', () => {
  const [first, second] = reasonsOf(signals);
  expect(withReason(signals, first?.kind ?? '')).toHaveLength(2);
  expect(withReason(signals, second?.kind ?? '')).toHaveLength(1);
  expect(withReason(signals, '')).toHaveLength(3);
});
