import { expect, it } from 'vitest';
import { Intent } from './intent';

const order = { instrument: 'BINANCE:BTCUSDT', side: 'BUY', type: 'MARKET', quantity: '0.1' };

it('theSameWishKeepsItsKey', () => {
  const intent = new Intent();
  expect(intent.keyFor(order)).toBe(intent.keyFor({ ...order }));
  expect(intent.keyFor(order)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

it('aChangedOrderIsAnotherWish', () => {
  const intent = new Intent();
  const first = intent.keyFor(order);
  expect(intent.keyFor({ ...order, quantity: '0.2' })).not.toBe(first);
});

it('afterAnAnswerAnEqualOrderIsAnotherWish', () => {
  const intent = new Intent();
  const first = intent.keyFor(order);
  intent.settled();
  expect(intent.keyFor(order)).not.toBe(first);
});
