import { expect, it } from 'vitest';
import type { Quote } from '../../api/types';
import { toBars, withPrice } from './candles';

const bars = toBars([
  ['2024-08-08T23:53:00Z', '61800', '61810', '61790', '61805', '1.5'],
  ['2024-08-08T23:54:00Z', '61805', '61806', '61800', '61801', '0.2'],
]);
const quote = (price: string, time: string): Quote => ({ instrument: 'BINANCE:BTCUSDT', price, time });

it('aPriceMovesTheRunningCandle', () => {
  const moved = withPrice(bars, quote('61820.5', '2024-08-08T23:54:59Z'), '1m');
  expect(moved).toHaveLength(2);
  expect(moved[1]).toMatchObject({ open: 61805, high: 61820.5, low: 61800, close: 61820.5, volume: 0.2 });
});

it('aPriceOfTheNextMinuteOpensACandle', () => {
  const moved = withPrice(bars, quote('61790', '2024-08-08T23:55:00Z'), '1m');
  expect(moved).toHaveLength(3);
  expect(moved[2]).toMatchObject({ at: Date.parse('2024-08-08T23:55:00Z'), open: 61790, close: 61790 });
});

it('anOldPriceChangesNothing', () => {
  expect(withPrice(bars, quote('1', '2024-08-08T23:53:30Z'), '1m')).toEqual(bars);
  expect(withPrice([], quote('1', '2024-08-08T23:53:30Z'), '1m')).toEqual([]);
});
