import { expect, it } from 'vitest';
import type { Run } from '../../api/types';
import { titleOf } from './title';

const request = (parameters: Record<string, string>) => ({ indicator_id: 'ema_crossover', parameters }) as unknown as Run['request'];

it('aRunIsNamedByItsStrategyAndNumbers', () => {
  expect(titleOf(request({ slow: '20', fast: '5.0' }), { ema_crossover: 'EMA 교차' }, ['fast', 'slow'])).toBe('EMA 교차 5/20');
  expect(titleOf(request({ b: '2', a: '1' }), {}, [])).toBe('ema_crossover 1/2');
});
