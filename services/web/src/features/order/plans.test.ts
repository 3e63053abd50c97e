import { expect, it } from 'vitest';
import type { Order } from '../../api/types';
import { amendable, changes } from './amend';
import { legName, legsInOrder } from './plans';

const order = (more: Partial<Order>): Order => ({ order_id: 'o', quantity: '1', filled_quantity: '0', created_at: '2026-11-21T00:00:00Z', status: 'ACCEPTED', ...more }) as Order;

it('partsAreNamedInWords', () => {
  const names = { target: '익절' };
  const numbered = (number: string): string => `${number}번째`;
  expect(['target', 'entry-3', 'brand_new', null].map((leg) => legName(leg, names, numbered))).toEqual(['익절', '3번째', 'brand_new', '']);
});

it('openPartsComeFirst', () => {
  const legs = [
    order({ order_id: 'filled', status: 'FILLED', created_at: '2026-11-21T03:00:00Z' }), order({ order_id: 'open' }),
    order({ order_id: 'older', status: 'CANCELLED' }),
  ];
  const isOpen = (one: Order): boolean => one.status === 'ACCEPTED';
  expect(legsInOrder(order({ legs }), isOpen).map((leg) => leg.order_id)).toEqual(['open', 'filled', 'older']);
  const entries = ['entry-10', 'entry-2', 'entry-3'].map((leg) => order({ leg }));
  expect(legsInOrder(order({ legs: entries }), isOpen).map((one) => one.leg)).toEqual(['entry-2', 'entry-3', 'entry-10']);
});

it('aBracketsExitsAreChangedAtThePlanAndNotAtAPlainOrder', () => {
  const bracket = order({ type: 'BRACKET', take_profit: '70000', stop_loss: '50000', legs: [] });
  expect(amendable(bracket)).toEqual(['take_profit', 'stop_loss', 'quantity']);
  expect(changes(bracket, { stop_loss: '51000', take_profit: '70000.0' })).toEqual({ stop_loss: '51000' });
  expect(amendable(order({ type: 'LIMIT', price: '60000', stop_loss: '50000' }))).toEqual(['price', 'quantity']);
});

it('nothingIsSentWhileNothingChangedOrSomethingIsNoNumber', () => {
  const plain = order({ price: '60000' });
  expect(changes(plain, { price: '60000.00' })).toBeUndefined();
  expect(changes(plain, { price: 'abc', quantity: '2' })).toBeUndefined();
});
