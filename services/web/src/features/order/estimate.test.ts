import { expect, it } from 'vitest';
import { complaints, type Draft, estimate, isClean, share, type Terms, toOrder } from './estimate';
import { PLAIN_SETUP } from './kinds';

const draft: Draft = { ...PLAIN_SETUP, account: '', side: 'BUY', by: 'quantity', quantity: '0.1', amount: '' };
const SEOUL = 'Asia/Seoul';
const terms: Terms = {
  instrument: 'BINANCE:BTCUSDT', last: '61800.30', bid: '61800.20', ask: '61800.40', rules: { tick_size: '0.01' }, step: '0.00001',
  feeRate: '0.001', cash: '10000', held: '0.5',
};

it('aMarketOrderIsReckonedAtTheSideItMeets', () => {
  expect(estimate(draft, terms)).toEqual({ quantity: '0.1', value: '6180.040', fee: '6.180040', total: '6186.220040' });
  expect(estimate({ ...draft, side: 'SELL' }, terms)).toMatchObject({ value: '6180.020', total: '6173.839980' });
});

it('anAmountBuysWholeStepsOnly', () => {
  const limit: Draft = { ...draft, type: 'LIMIT', by: 'amount', amount: '1000', prices: { price: '61000' } };
  expect(estimate(limit, terms).quantity).toBe('0.01639');
  expect(toOrder(limit, terms, SEOUL)).toEqual({
    instrument: 'BINANCE:BTCUSDT', side: 'BUY', type: 'LIMIT', price: '61000', quantity: '0.01639', time_in_force: 'GTC',
  });
});

it('aMarketAmountIsLeftToTheServer', () => {
  const order = toOrder({ ...draft, by: 'amount', amount: '250.5' }, terms, SEOUL);
  expect(order).toMatchObject({ quote_amount: '250.5' });
  expect(order.quantity).toBeUndefined();
});

it('allOfTheCashLeavesRoomForFeeAndSlippage', () => {
  const all = share(100, draft, terms);
  expect(all).toEqual({ quantity: '0.16156' });
  expect(isClean(complaints({ ...draft, ...all }, terms))).toBe(true);
});

it('halfOfAHoldingIsHalfOfIt', () => {
  expect(share(50, { ...draft, side: 'SELL' }, terms)).toEqual({ quantity: '0.25' });
  expect(share(50, { ...draft, side: 'SELL' }, { ...terms, held: undefined })).toBeUndefined();
});

it('namesEverythingThatIsWrongWhereItWasTyped', () => {
  const wrong: Draft = { ...draft, type: 'LIMIT', prices: { price: '61000.005' }, quantity: '5.000001' };
  expect(complaints(wrong, terms)).toMatchObject({ prices: { price: 'badTick' }, size: ['badStep', 'overCash'] });
  expect(complaints({ ...draft, type: 'LIMIT', quantity: '' }, terms)).toMatchObject({ prices: { price: 'needPrice' }, size: ['needSize'] });
  expect(complaints({ ...draft, side: 'SELL', quantity: '0.6' }, terms).size).toEqual(['overHolding']);
  expect(complaints(draft, { ...terms, last: undefined, bid: undefined, ask: undefined }).size).toEqual(['noPrice']);
});

it('everyKindAsksForWhatItNeedsAndSendsNothingElse', () => {
  const typed: Draft = { ...draft, prices: { price: '61000', stop_price: '60000', take_profit: '63000', stop_loss: '59000' }, postOnly: true };
  expect(complaints({ ...typed, type: 'TRAILING_STOP' }, terms).others).toEqual({ trail: 'needTrail' });
  expect(complaints({ ...typed, type: 'ICEBERG' }, terms).others).toEqual({ shown: 'needShown' });
  expect(complaints({ ...typed, type: 'LIMIT', lasting: 'GTD' }, terms).others).toEqual({ lastDay: 'needDay' });
  expect(toOrder({ ...typed, type: 'TRAILING_STOP', trail: '1.5', side: 'SELL' }, terms, SEOUL)).toEqual({
    instrument: 'BINANCE:BTCUSDT', side: 'SELL', type: 'TRAILING_STOP', trail_pct: '1.5', time_in_force: 'GTC', quantity: '0.1',
  });
  expect(toOrder({ ...typed, type: 'STOP', lasting: 'IOC' }, terms, SEOUL)).toEqual({
    instrument: 'BINANCE:BTCUSDT', side: 'BUY', type: 'STOP', stop_price: '60000', quantity: '0.1',
  });
  expect(toOrder({ ...typed, type: 'LIMIT', lasting: 'GTD', lastDay: '2026-11-30' }, terms, SEOUL)).toMatchObject({
    price: '61000', post_only: true, expires_at: '2026-11-30T15:00:00.000Z',
  });
});

it('aBracketWithoutAPriceEntersAtTheMarket', () => {
  const bracket: Draft = { ...draft, type: 'BRACKET', prices: { take_profit: '63000', stop_loss: '59000' } };
  expect(isClean(complaints(bracket, terms))).toBe(true);
  expect(estimate(bracket, terms).value).toBe('6180.040');
  expect(estimate({ ...bracket, prices: { ...bracket.prices, price: '61000' } }, terms).value).toBe('6100.0');
});

it('whatIsNotKnownIsNotHeldAgainstTheOrder', () => {
  expect(isClean(complaints({ ...draft, quantity: '99' }, { ...terms, cash: undefined }))).toBe(true);
  expect(estimate(draft, { ...terms, feeRate: undefined })).toMatchObject({ value: '6180.040', fee: undefined });
});

it('entriesInStepsAreApartByPriceOrByTime', () => {
  const dca: Draft = { ...draft, type: 'DCA', entries: '4' };
  expect(complaints({ ...dca, entries: '1' }, terms).others).toEqual({ entries: 'needEntries', step: 'needStep' });
  expect(toOrder({ ...dca, step: '2.5' }, terms, SEOUL)).toMatchObject({ type: 'DCA', entries: 4, step_pct: '2.5', quantity: '0.1' });
  expect(toOrder({ ...dca, stepBy: 'minutes', step: '90' }, terms, SEOUL)).toMatchObject({ interval_seconds: 5400 });
  expect(complaints({ ...dca, stepBy: 'minutes', step: '1.5' }, terms).others).toEqual({ step: 'needStep' });
});

it('anAccountIsNamedOnlyWhenOneIsChosen', () => {
  expect('account_id' in toOrder(draft, terms, SEOUL)).toBe(false);
  expect(toOrder({ ...draft, account: 'a' }, terms, SEOUL).account_id).toBe('a');
});
