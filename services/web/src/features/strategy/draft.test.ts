import { expect, it } from 'vitest';
import type { Strategy } from '../../api/types';
import { complaints, EMPTY_FORM, fromQuery, fromStrategy, toDraft } from './draft';

const form = { ...EMPTY_FORM, name: ' 추세 ', instrument: 'BINANCE:BTCUSDT' };

it('theDefaultsOfTheApiAreAcceptable', () => {
  expect(complaints(form)).toEqual({});
  expect(toDraft(form)).toMatchObject({
    name: '추세', indicator_id: 'ema_crossover', parameters: { fast: '12', slow: '26' }, investment_pct: '10', long_tp_pct: '5',
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

it('aStrategyReadIntoTheFormIsTheSameWhenSaved', () => {
  const draft = toDraft({ ...form, name: '추세', long_tp_pct: '7.5', leverage: '2' });
  const at = '2026-11-21T00:00:00Z';
  const strategy: Strategy = {
    strategy_id: 's', account_id: 'a', name: '추세', indicator_id: 'ema_crossover', parameters: { fast: 12, slow: 26 },
    instrument: 'BINANCE:BTCUSDT', timeframe: '1m', investment_pct: '10', long_tp_pct: '7.5', long_sl_pct: '2', short_tp_pct: '5',
    short_sl_pct: '2', leverage: 2, allow_short: false, max_open_positions: 1, active: true, webhook: false, warnings: [],
    created_at: at, updated_at: at,
  };
  expect(toDraft(fromStrategy(strategy))).toEqual(draft);
});

it('whatABacktestWasToldFillsTheForm', () => {
  const begun = fromQuery(new URLSearchParams('instrument=BINANCE:BTCUSDT&fast=5&slow=20&unknown=1'));
  expect(begun).toEqual({ ...EMPTY_FORM, instrument: 'BINANCE:BTCUSDT', fast: '5', slow: '20' });
});
