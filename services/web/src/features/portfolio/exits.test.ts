import { expect, it } from 'vitest';
import type { Position } from '../../api/types';
import { exitsOf, isGood, toProtection } from './exits';

const position = {
  take_profit: '66000.00', stop_loss: null,
  entry_price: '60000', opened_at: '2026-11-21T00:00:00Z',
  exits: { trail_pct: '1.50', close_at: '2026-11-21T01:30:00Z', break_even_at: '60600', ladder: [{ price: '61200', share: '50' }] },
} as unknown as Position;

it('whatAPositionHasIsWhatIsTyped', () => {
  expect(exitsOf(position)).toEqual({ takeProfit: '66000', stopLoss: '', trail: '1.5', breakEven: '1', hours: '1.5' });
});

it('savingWhatWasReadChangesNothing', () => {
  expect(toProtection(exitsOf(position), position)).toEqual({
    take_profit: '66000', trail_pct: '1.5', break_even_pct: '1', time_stop_seconds: 5400, ladder: [{ price: '61200', share: '50' }],
  });
});

it('anEmptyFieldTakesItAway', () => {
  const empty = { takeProfit: '', stopLoss: '59000', trail: '', breakEven: '1', hours: '' };
  expect(toProtection(empty, position)).toEqual({ stop_loss: '59000', break_even_pct: '1', ladder: [{ price: '61200', share: '50' }] });
  expect(isGood(empty)).toBe(true);
  expect(isGood({ ...empty, stopLoss: '-1' })).toBe(false);
  expect(isGood({ ...empty, trail: 'x' })).toBe(false);
});
