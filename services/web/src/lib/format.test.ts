import { expect, it } from 'vitest';
import { exact, money, percent, price, signed, withCurrency } from './format';

it('groupsThousandsAndRoundsToTheCurrency', () => {
  expect(money('100000000.4', 'KRW')).toBe('100,000,000');
  expect(money('-1234.567', 'USDT')).toBe('−1,234.57');
  expect(money('-0.001', 'USDT')).toBe('0.00');
});

it('neverDropsADigitOfAQuantity', () => {
  expect(exact('1234.56789012')).toBe('1,234.56789012');
  expect(exact('0.00012345')).toBe('0.00012345');
});

it('showsAPriceAtItsTick', () => {
  expect(price('61800.3', { tick_size: '0.01' })).toBe('61,800.30');
  expect(price('70000', { tick_size: '100' })).toBe('70,000');
});

it('tellsAGainWithASign', () => {
  expect(signed(money('12', 'USDT'), '12')).toBe('+12.00');
  expect(signed(percent('-1.5'), '-1.5')).toBe('−1.50%');
  expect(withCurrency('+1,000', 'KRW')).toBe('+₩1,000');
  expect(withCurrency('1.00', 'USDT')).toBe('1.00 USDT');
});
