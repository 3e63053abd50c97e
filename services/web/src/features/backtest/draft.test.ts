import { expect, it } from 'vitest';
import type { Template } from '../../api/types';
import { complaints, EMPTY_FORM, isClean, toRequest } from './draft';

const field = (name: string, standard: string | null, min: string, max: string) => ({ name, default: standard, min, max, decimals: 0, required: standard === null });
const ema = {
  indicator_id: 'ema_crossover', parameters: [field('fast', '12', '1', '500'), field('slow', '26', '2', '1000')], uses_exits: true, uses_investment: true,
} as unknown as Template;
const grid = { indicator_id: 'grid', parameters: [field('lower', null, '1', '1000000')], uses_exits: false, uses_investment: false } as unknown as Template;
const form = { ...EMPTY_FORM, instrument: 'BINANCE:BTCUSDT', from: '2024-08-08', to: '2024-08-08', initial_cash: '10000' };

it('oneDayLastsUntilTheNextOneBeginsInTheReadersZone', () => {
  expect(isClean(complaints(form, ema))).toBe(true);
  expect(toRequest(form, ema, 'Asia/Seoul')).toMatchObject({
    from: '2024-08-07T15:00:00.000Z', to: '2024-08-08T15:00:00.000Z', parameters: { fast: '12', slow: '26' }, initial_cash: '10000',
  });
});

it('everyBadFieldIsNamed', () => {
  const wrong = complaints({ ...form, instrument: '', to: '2024-08-07', initial_cash: '-1', parameters: { slow: '5' } }, ema);
  expect(wrong).toEqual({ fields: { instrument: 'pickInstrument', to: 'dateOrder', initial_cash: 'needCash' }, parameters: { slow: 'slowLonger' } });
});

it('withoutDatesAllThatIsStoredIsTested', () => {
  const request = toRequest({ ...form, from: '', to: '' }, ema, 'Asia/Seoul');
  expect(isClean(complaints({ ...form, from: '', to: '' }, ema))).toBe(true);
  expect('from' in request || 'to' in request).toBe(false);
});

it('whatAStrategyDoesNotUseIsNeitherCheckedNorSent', () => {
  const typed = { ...form, indicator: 'grid', parameters: { lower: '59000' }, long_tp_pct: 'x', investment_pct: '900' };
  expect(isClean(complaints(typed, grid))).toBe(true);
  const request = toRequest(typed, grid, 'Asia/Seoul');
  expect(request).toMatchObject({ indicator_id: 'grid', parameters: { lower: '59000' } });
  expect('long_tp_pct' in request || 'investment_pct' in request).toBe(false);
  expect(Object.keys(complaints({ ...typed, parameters: {} }, grid).parameters)).toEqual(['lower']);
});
