import { expect, it } from 'vitest';
import { Intent } from './intent';
import { Problem } from './problem';

const order = { instrument: 'BINANCE:BTCUSDT', side: 'BUY', type: 'MARKET', quantity: '0.1' };

it('theSameWishKeepsItsKey', () => {
  const intent = new Intent();
  expect(intent.keyFor(order)).toBe(intent.keyFor({ ...order }));
  expect(intent.keyFor(order)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

it('aChangedOrderIsAnotherWishAndTheFirstIsNotForgotten', () => {
  const intent = new Intent();
  const first = intent.keyFor(order);
  expect(intent.keyFor({ ...order, quantity: '0.2' })).not.toBe(first);
  expect(intent.keyFor(order)).toBe(first);
});

it('afterAnAnswerAnEqualOrderIsAnotherWish', async () => {
  const intent = new Intent();
  const keys: string[] = [];
  const act = (key: string): Promise<void> => Promise.resolve(void keys.push(key));
  await intent.send(order, act);
  await intent.send(order, act);
  expect(keys[0]).not.toBe(keys[1]);
});

it('aLostAnswerIsAskedForAgainWithTheSameKeyAndARefusalIsAnAnswer', async () => {
  const intent = new Intent();
  const keys: string[] = [];
  const fail = (problem: Problem) => (key: string) => {
    keys.push(key);
    return Promise.reject(problem);
  };
  await expect(intent.send(order, fail(new Problem(0, {})))).rejects.toThrow();
  await expect(intent.send(order, fail(new Problem(503, {})))).rejects.toThrow();
  await expect(intent.send(order, fail(new Problem(422, {})))).rejects.toThrow();
  await expect(intent.send(order, fail(new Problem(422, {})))).rejects.toThrow();
  expect(new Set(keys.slice(0, 3)).size).toBe(1);
  expect(keys[3]).not.toBe(keys[0]);
});
