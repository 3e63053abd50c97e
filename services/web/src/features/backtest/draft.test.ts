import { expect, it } from 'vitest';
import { complaints, EMPTY_FORM, toRequest } from './draft';

const form = { ...EMPTY_FORM, instrument: 'BINANCE:BTCUSDT', from: '2024-08-08', to: '2024-08-08', initial_cash: '10000' };

it('oneDayLastsUntilTheNextOneBeginsInTheReadersZone', () => {
  expect(complaints(form)).toEqual({});
  expect(toRequest(form, 'Asia/Seoul')).toMatchObject({
    from: '2024-08-07T15:00:00.000Z', to: '2024-08-08T15:00:00.000Z', parameters: { fast: '12', slow: '26' }, initial_cash: '10000',
  });
});

it('everyBadFieldIsNamed', () => {
  const wrong = complaints({ ...form, instrument: '', to: '2024-08-07', initial_cash: '-1', slow: '5' });
  expect(wrong).toEqual({ instrument: 'pickInstrument', to: 'dateOrder', initial_cash: 'needCash', slow: 'slowLonger' });
});

it('withoutDatesAllThatIsStoredIsTested', () => {
  const request = toRequest({ ...form, from: '', to: '' }, 'Asia/Seoul');
  expect(complaints({ ...form, from: '', to: '' })).toEqual({});
  expect('from' in request || 'to' in request).toBe(false);
});
