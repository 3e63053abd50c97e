import { expect, it } from 'vitest';
import type { Position } from '../../api/types';
import { shownNumbers } from './position';

const position: Position = {
  position_id: 'p', account_id: 'a', mode: 'PAPER', instrument: 'BINANCE:BTCUSDT', side: 'LONG', currency: 'USDT', quantity: '0.5',
  entry_price: '60000', mark_price: '61000', leverage: '1', unrealized_pnl: '470.00', realized_pnl: '-30.00', fees: '30.00',
  roi: '1.4667', roe: '1.4667', opened_at: '2026-11-21T00:00:00Z', updated_at: '2026-11-21T00:00:00Z', closed: false,
};

it('showsTheNumbersOfTheApi', () => {
  expect(shownNumbers(position, undefined, 10)).toEqual({ mark: '61000', pnl: '470.00', rate: '1.57' });
});

it('aMarkThatCameLaterIsNewer', () => {
  const mark = { unrealized_pnl: '-30.5', pnl_percentage: '-0.1017', current_price: '59939', receivedAt: 11 };
  expect(shownNumbers(position, mark, 10)).toEqual({ mark: '59939', pnl: '-30.5', rate: '-0.10' });
});

it('aMarkFromBeforeTheAnswerIsOld', () => {
  const mark = { unrealized_pnl: '-30.5', current_price: '59939', receivedAt: 9 };
  expect(shownNumbers(position, mark, 10).pnl).toBe('470.00');
});
