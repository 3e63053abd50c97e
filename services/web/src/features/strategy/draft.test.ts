import { expect, it } from 'vitest';
import type { Strategy, Template } from '../../api/types';
import { complaints, EMPTY_FORM, fromQuery, fromStrategy, isClean, toDraft } from './draft';

const field = (name: string, standard: string | null, min: string, max: string, decimals = 0) =>
  ({ name, default: standard, min, max, decimals, required: standard === null });
const ema = { indicator_id: 'ema_crossover', parameters: [field('fast', '12', '1', '500'), field('slow', '26', '2', '1000')] } as unknown as Template;
const form = { ...EMPTY_FORM, name: ' 추세 ', instrument: 'BINANCE:BTCUSDT' };

it('theDefaultsOfTheApiAreAcceptable', () => {
  expect(isClean(complaints(form, ema))).toBe(true);
  expect(toDraft(form, ema)).toMatchObject({
    name: '추세', indicator_id: 'ema_crossover', parameters: { fast: '12', slow: '26' }, investment_pct: '10', long_tp_pct: '5',
    long_sl_pct: '2', leverage: 3, allow_short: false, max_open_positions: 1, approval: 'none',
  });
});

it('everyBadFieldIsNamed', () => {
  const wrong = { ...form, name: '', parameters: { fast: '0' }, investment_pct: '101', long_sl_pct: '0.05', leverage: '2.5' };
  expect(Object.keys(complaints(wrong, ema).fields).sort()).toEqual(['investment_pct', 'leverage', 'long_sl_pct', 'name']);
  expect(Object.keys(complaints(wrong, ema).parameters)).toEqual(['fast']);
});

it('anotherSizeIsSentAsItsMethodAsks', () => {
  expect(toDraft(form, ema).sizing).toBeUndefined();
  expect(toDraft({ ...form, method: 'amount', amount: '500' }, ema).sizing).toEqual({ method: 'amount', amount: '500' });
  expect(toDraft({ ...form, method: 'risk', risk_pct: '0.5' }, ema).sizing).toEqual({ method: 'risk', risk_pct: '0.5' });
  expect(complaints({ ...form, method: 'amount' }, ema).fields).toEqual({ amount: 'needAmount' });
});

it('aStrategyReadIntoTheFormIsTheSameWhenSaved', () => {
  const draft = toDraft({ ...form, account: 'a', name: '추세', long_tp_pct: '7.5', leverage: '2', ask: true, method: 'risk', risk_pct: '2' }, ema);
  const at = '2026-11-21T00:00:00Z';
  const strategy = {
    strategy_id: 's', account_id: 'a', name: '추세', indicator_id: 'ema_crossover', parameters: { fast: '12', slow: '26' },
    instrument: 'BINANCE:BTCUSDT', timeframe: '1m', investment_pct: '10', long_tp_pct: '7.5', long_sl_pct: '2', short_tp_pct: '5',
    short_sl_pct: '2', leverage: 2, allow_short: false, max_open_positions: 1, active: true, webhook: false, warnings: [],
    sizing: { method: 'risk', risk_pct: '2' }, approval: 'each_order', approval_minutes: 10, approval_max_move_pct: '1',
    created_at: at, updated_at: at,
  } as unknown as Strategy;
  expect(toDraft(fromStrategy(strategy), ema)).toEqual(draft);
});

it('whatABacktestWasToldFillsTheForm', () => {
  const begun = fromQuery(new URLSearchParams('instrument=BINANCE:BTCUSDT&indicator=rsi_reversal&p.length=5&unknown=1'));
  expect(begun).toEqual({ ...EMPTY_FORM, indicator: 'rsi_reversal', instrument: 'BINANCE:BTCUSDT', parameters: { length: '5' } });
});
