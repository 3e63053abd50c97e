import { expect, it } from 'vitest';
import { complaints, type Draft, estimate, share, type Terms, toOrder } from './estimate';

const draft: Draft = { side: 'BUY', type: 'MARKET', by: 'quantity', price: '', quantity: '0.1', amount: '' };
const terms: Terms = {
  instrument: 'BINANCE:BTCUSDT', last: '61800.30', bid: '61800.20', ask: '61800.40', rules: { tick_size: '0.01' }, step: '0.00001',
  feeRate: '0.001', cash: '10000', held: '0.5',
};

it('aMarketOrderIsReckonedAtTheSideItMeets', () => {
  expect(estimate(draft, terms)).toEqual({ quantity: '0.1', value: '6180.040', fee: '6.180040', total: '6186.220040' });
  expect(estimate({ ...draft, side: 'SELL' }, terms)).toMatchObject({ value: '6180.020', total: '6173.839980' });
});

it('anAmountBuysWholeStepsOnly', () => {
  const limit: Draft = { ...draft, type: 'LIMIT', by: 'amount', amount: '1000', price: '61000' };
  expect(estimate(limit, terms).quantity).toBe('0.01639');
  expect(toOrder(limit, terms)).toEqual({
    instrument: 'BINANCE:BTCUSDT', side: 'BUY', type: 'LIMIT', price: '61000', quantity: '0.01639', time_in_force: 'GTC',
  });
});

it('aMarketAmountIsLeftToTheServer', () => {
  const order = toOrder({ ...draft, by: 'amount', amount: '250.5' }, terms);
  expect(order).toMatchObject({ quote_amount: '250.5' });
  expect(order.quantity).toBeUndefined();
});

it('allOfTheCashLeavesRoomForFeeAndSlippage', () => {
  const all = share(100, draft, terms);
  expect(all).toEqual({ quantity: '0.16156' });
  expect(complaints({ ...draft, ...all }, terms)).toEqual([]);
});

it('halfOfAHoldingIsHalfOfIt', () => {
  expect(share(50, { ...draft, side: 'SELL' }, terms)).toEqual({ quantity: '0.25' });
  expect(share(50, { ...draft, side: 'SELL' }, { ...terms, held: undefined })).toBeUndefined();
});

it('namesEverythingThatIsWrong', () => {
  const wrong: Draft = { ...draft, type: 'LIMIT', price: '61000.005', quantity: '5.000001' };
  expect(complaints(wrong, terms)).toEqual(['badTick', 'badStep', 'overCash']);
  expect(complaints({ ...draft, type: 'LIMIT', quantity: '' }, terms)).toEqual(['needPrice', 'needSize']);
  expect(complaints({ ...draft, side: 'SELL', quantity: '0.6' }, terms)).toEqual(['overHolding']);
  expect(complaints(draft, { ...terms, last: undefined, bid: undefined, ask: undefined })).toEqual(['noPrice']);
});

it('whatIsNotKnownIsNotHeldAgainstTheOrder', () => {
  expect(complaints({ ...draft, quantity: '99' }, { ...terms, cash: undefined })).toEqual([]);
  expect(estimate(draft, { ...terms, feeRate: undefined })).toMatchObject({ value: '6180.040', fee: undefined });
});
