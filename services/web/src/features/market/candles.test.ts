import { expect, it } from 'vitest';
import type { Quote } from '../../api/types';
import { run, type Running, toBars, withRunning } from './candles';

const bars = toBars([
  ['2024-08-08T23:53:00Z', '61800', '61810', '61790', '61805', '1.5'],
  ['2024-08-08T23:54:00Z', '61805', '61806', '61800', '61801', '0.2'],
]);
const quote = (price: string, time: string): Quote => ({
  instrument: 'BINANCE:BTCUSDT', price, low: price, high: price, volume: '0', time, source: 'live',
});

function after(...quotes: Quote[]): Running | undefined {
  return quotes.reduce<Running | undefined>((known, one) => run(known, one, '1m'), undefined);
}

it('pricesMoveTheRunningCandleAndItsExtremesStay', () => {
  const moved = withRunning(bars, after(quote('61820.5', '2024-08-08T23:54:40Z'), quote('61810', '2024-08-08T23:54:59Z')));
  expect(moved).toHaveLength(2);
  expect(moved[1]).toMatchObject({ open: 61805, high: 61820.5, low: 61800, close: 61810, volume: 0.2 });
});

it('aPriceOfTheNextMinuteOpensACandle', () => {
  const moved = withRunning(bars, after(quote('61820', '2024-08-08T23:54:59Z'), quote('61790', '2024-08-08T23:55:00Z')));
  expect(moved).toHaveLength(3);
  expect(moved[2]).toMatchObject({ at: Date.parse('2024-08-08T23:55:00Z'), open: 61790, high: 61790, close: 61790 });
});

it('anOldPriceChangesNothing', () => {
  expect(withRunning(bars, after(quote('1', '2024-08-08T23:53:30Z')))).toEqual(bars);
  expect(withRunning([], after(quote('1', '2024-08-08T23:53:30Z')))).toEqual([]);
  expect(withRunning(bars, undefined)).toEqual(bars);
});
