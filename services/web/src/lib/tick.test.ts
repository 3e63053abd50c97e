import { expect, it } from 'vitest';
import { price } from './format';
import { onTick, tickAt } from './tick';

const upbit = {
  tick_size: '0.00000001',
  ticks: [{ from: '0', tick: '0.00000001' }, { from: '1000', tick: '1' }, { from: '1000000', tick: '1000' }],
};

it('theTickIsThatOfTheBandOfThePrice', () => {
  expect(tickAt(upbit, '0.5')).toBe('0.00000001');
  expect(tickAt(upbit, '1000')).toBe('1');
  expect(tickAt(upbit, '84250000')).toBe('1000');
  expect(tickAt({ tick_size: '0.01' }, '61800')).toBe('0.01');
  expect(tickAt(undefined, '1')).toBeUndefined();
});

it('aPriceIsShownAtItsBand', () => {
  expect(price('84250000', upbit)).toBe('84,250,000');
  expect(price('0.5', upbit)).toBe('0.50000000');
});

it('aDraggedPriceFallsOnTheGrid', () => {
  expect(onTick('61234.5678', { tick_size: '0.01' })).toBe('61234.57');
  expect(onTick('70049', { ticks: [{ from: '0', tick: '1' }, { from: '50000', tick: '100' }] })).toBe('70000');
  expect(onTick('5.5', undefined)).toBe('5.5');
});
