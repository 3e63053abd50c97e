import { expect, it } from 'vitest';
import { complaints, EMPTY_FORM, toDraft } from './draft';

const form = { ...EMPTY_FORM, name: ' 추세 ', instrument: 'BINANCE:BTCUSDT' };

it('theDefaultsOfTheApiAreAcceptable', () => {
  expect(complaints(form)).toEqual({});
  expect(toDraft(form)).toMatchObject({
    name: '추세', indicator_id: 'ema_crossover', parameters: { fast: 12, slow: 26 }, investment_pct: '10', long_tp_pct: '5',
    long_sl_pct: '2', leverage: 3, allow_short: false, max_open_positions: 1,
  });
});

it('everyBadFieldIsNamed', () => {
  const wrong = { ...form, name: '', fast: '0', investment_pct: '101', long_sl_pct: '0.05', leverage: '2.5' };
  expect(Object.keys(complaints(wrong)).sort()).toEqual(['fast', 'investment_pct', 'leverage', 'long_sl_pct', 'name']);
});

it('theSlowAverageIsTheLongerOne', () => {
  expect(complaints({ ...form, fast: '26', slow: '26' })).toEqual({ slow: 'slowLonger' });
});
