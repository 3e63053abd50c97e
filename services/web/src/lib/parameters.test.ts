import { expect, it } from 'vitest';
import { allParameters, fromQuery, type Parameter, parameterComplaints, toQuery } from './parameters';

const field = (name: string, standard: string | null, min: string, max: string, decimals = 0): Parameter => ({ name, default: standard, min, max, decimals });
const ema = [field('fast', '12', '1', '500'), field('slow', '26', '2', '1000')];
const grid = [field('lower', null, '0.00000001', '1000000000000', 12)];

it('whatIsNotTypedTakesItsDefault', () => {
  expect(allParameters({ fast: '9' }, ema)).toEqual({ fast: '9', slow: '26' });
  expect(parameterComplaints({}, ema)).toEqual({});
});

it('theSlowAverageIsTheLongerOne', () => {
  expect(parameterComplaints({ fast: '26' }, ema)).toEqual({ slow: 'slowLonger' });
});

it('boundsAndWholeNumbersAreKept', () => {
  expect(Object.keys(parameterComplaints({ fast: '1.5', slow: '1001' }, ema))).toEqual(['fast', 'slow']);
});

it('whatNobodyCanGuessHasToBeTyped', () => {
  expect(Object.keys(parameterComplaints({}, grid))).toEqual(['lower']);
  expect(parameterComplaints({ lower: '59000.5' }, grid)).toEqual({});
});

it('parametersTravelInAnAddressWithoutMeetingOtherNames', () => {
  const query = new URLSearchParams({ instrument: 'BINANCE:BTCUSDT', ...toQuery({ fast: '5', width: '2.5' }) });
  expect(fromQuery(query)).toEqual({ fast: '5', width: '2.5' });
});
