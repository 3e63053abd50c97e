import { expect, it } from 'vitest';
import type { Preview } from '../../api/types';
import { Problem } from '../../lib/problem';
import { answerFor, linesOf, speaksAgainst } from './preview';

const preview: Preview = {
  currency: 'KRW', reference_price: '71000', quantity: '10', notional: '710000', fee: '106.5', tax: null, margin: null, reserved: '710106.5',
  warnings: [], refusals: [],
};

it('anAnswerIsNeverShownForWhatWasTypedAfterIt', () => {
  expect(answerFor('b', 'a', 1)).toBeUndefined();
  expect(answerFor(undefined, undefined, 1)).toBeUndefined();
  expect(answerFor('b', 'b', 1)).toBe(1);
});

it('aPurchaseCostsItsValueAndTheFee', () => {
  expect(linesOf(preview, 'BUY').at(-1)).toEqual({ name: 'pays', amount: '710106.5' });
  expect(linesOf(preview, 'BUY').map((line) => line.name)).toEqual(['estimate', 'fee', 'pays']);
});

it('aSaleBringsWhatFeeAndTaxLeave', () => {
  expect(linesOf({ ...preview, tax: '1065' }, 'SELL')).toEqual([
    { name: 'estimate', amount: '710000' }, { name: 'fee', amount: '106.5' }, { name: 'tax', amount: '1065' }, { name: 'receives', amount: '708828.5' },
  ]);
});

it('aContractSetsItsMarginAside', () => {
  const lines = linesOf({ ...preview, margin: '71000', reserved: '71106.5' }, 'SELL');
  expect(lines.slice(-2)).toEqual([{ name: 'margin', amount: '71000' }, { name: 'needed', amount: '71106.5' }]);
});

it('withoutAPriceNothingIsReckoned', () => {
  expect(linesOf({ ...preview, notional: null, fee: null, reserved: null }, 'BUY')).toEqual([]);
});

it('onlyWhatIsWrongWithTheOrderSpeaksAgainstIt', () => {
  expect(speaksAgainst(new Problem(400, { errors: [{ field: 'stop_loss', message: 'must lie below price' }] }))).toBe(true);
  expect([new Problem(0, {}), new Problem(429, {}), new Problem(503, {}), null].some(speaksAgainst)).toBe(false);
});
