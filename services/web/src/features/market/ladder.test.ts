import { expect, it } from 'vitest';
import { ladder } from './ladder';

const book = {
  instrument: 'BINANCE:BTCUSDT', book: 'paper',
  bids: [{ price: '61000', quantity: '0.5' }, { price: '60990', quantity: '2' }],
  asks: [{ price: '61010', quantity: '1' }, { price: '61020', quantity: null }, { price: '61030', quantity: '9' }],
};

it('theBestPricesMeetInTheMiddle', () => {
  const found = ladder(book, 2);
  expect(found.asks.map((one) => one.price)).toEqual(['61020', '61010']);
  expect(found.bids.map((one) => one.price)).toEqual(['61000', '60990']);
  expect(found.spread).toBe('10');
});

it('barsAreMeasuredAgainstTheLargestThatIsShown', () => {
  const { asks, bids } = ladder(book, 2);
  expect(bids.map((one) => one.share)).toEqual([25, 100]);
  expect(asks.map((one) => one.share)).toEqual([0, 50]);
  expect(asks[0]?.quantity).toBeUndefined();
});

it('anEmptySideLeavesNoSpread', () => {
  expect(ladder({ ...book, asks: [] }, 5)).toMatchObject({ asks: [], spread: undefined });
});
