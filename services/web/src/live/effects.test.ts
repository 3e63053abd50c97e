import { expect, it } from 'vitest';
import { keys } from '../api/keys';
import { isUrgent, staleAfter, takeLatest } from './effects';
import { marks, offerQuote, prices, progress } from './prices';

it('aFillMakesOrdersPositionsAndMoneyStale', () => {
  const stale = staleAfter({ event: 'order_filled', data: {} });
  expect(stale).toContainEqual(keys.orders);
  expect(stale).toContainEqual(keys.positions);
  expect(stale).toContainEqual(keys.summary);
});

it('aMarkWaitsAndAChangedPositionDoesNot', () => {
  const mark = { event: 'position_update', data: { position_id: 'p', unrealized_pnl: '1' } };
  const changed = { event: 'position_update', data: { position_id: 'p', unrealized_pnl: '1', quantity: '2' } };
  expect([isUrgent(mark), staleAfter(mark)]).toEqual([false, [keys.summary]]);
  expect([isUrgent(changed), staleAfter(changed)]).toEqual([true, [keys.positions, keys.summary]]);
});

it('progressIsShownAsItComesAndReadAgainAtItsEnd', () => {
  const at = (status: string, percent: number) => ({ event: 'backtest_progress', data: { run_id: 'r', status, progress: percent } });
  takeLatest(at('RUNNING', 42), 0);
  expect(progress.get('r')).toBe('42');
  expect(staleAfter(at('RUNNING', 42))).toEqual([]);
  expect(staleAfter(at('COMPLETED', 100))).toEqual([keys.runs]);
});

it('aPriceMakesNothingStale', () => {
  expect(staleAfter({ event: 'price_update', data: {} })).toEqual([]);
});

it('aLostStretchMakesEverythingPrivateStale', () => {
  const stale = staleAfter({ event: 'resync_required', data: {} });
  expect(stale).toContainEqual(keys.orders);
  expect(stale).toContainEqual(keys.strategies);
  expect(stale).toContainEqual(keys.runs);
});

const quote = (price: string, time: string) => ({
  instrument: 'BINANCE:BTCUSDT', price, low: price, high: price, volume: '0', time, source: 'live',
});

it('anAnswerOfTheApiNeverReplacesANewerPriceOfTheSocket', () => {
  takeLatest({ event: 'price_update', data: quote('61800.30', '2024-08-08T23:54:16Z') }, 0);
  offerQuote(quote('61700.00', '2024-08-08T23:54:10Z'));
  expect(prices.get('BINANCE:BTCUSDT')?.price).toBe('61800.30');
});

it('aReplayMayGoBackInTime', () => {
  takeLatest({ event: 'price_update', data: quote('61800.30', '2024-08-08T23:54:16Z') }, 0);
  takeLatest({ event: 'price_update', data: quote('322.09', '2015-01-01T00:00:00Z') }, 0);
  expect(prices.get('BINANCE:BTCUSDT')?.price).toBe('322.09');
});

it('aMarkKeepsItsDecimalsAsText', () => {
  takeLatest(
    { event: 'position_update', data: { position_id: 'p', unrealized_pnl: '0.10', current_price: '1' } },
    5,
  );
  expect(marks.get('p')).toMatchObject({ unrealized_pnl: '0.10', receivedAt: 5 });
});
