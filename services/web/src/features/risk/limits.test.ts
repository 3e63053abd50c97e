import { expect, it } from 'vitest';
import { GROUPS, LIMITS, patch, slotsOf, valueOf } from './limits';

const limits = { max_order_value_pct: '25', max_order_value: { USDT: '5000' }, max_open_positions: 10, volatility_pct: '5.0' };

it('everyLimitHasItsPlace', () => {
  expect(Object.values(GROUPS).flat().sort()).toEqual(Object.keys(LIMITS).sort());
});

it('aLimitOfMoneyIsAShareAndAmounts', () => {
  expect(slotsOf('max_order_value').map((slot) => valueOf(limits, slot))).toEqual(['25', '', '5000']);
  expect(slotsOf('max_open_positions').map((slot) => valueOf(limits, slot))).toEqual(['10']);
});

it('onlyWhatChangedIsSent', () => {
  expect(patch(limits, { max_open_positions: '10', volatility_pct: '5' })).toEqual({});
  expect(patch(limits, { max_open_positions: '3', volatility_pct: '' })).toEqual({ max_open_positions: '3', volatility_pct: null });
  expect(patch(limits, { 'max_order_value.KRW': '1000000' })).toEqual({ max_order_value: { USDT: '5000', KRW: '1000000' } });
  expect(patch(limits, { 'max_order_value.USDT': '' })).toEqual({ max_order_value: null });
  expect(patch(limits, { 'max_order_value.USDT': '1', 'max_order_value.KRW': '2' })).toEqual({ max_order_value: { USDT: '1', KRW: '2' } });
  expect(patch(limits, { max_open_positions: 'many' })).toEqual({});
});
