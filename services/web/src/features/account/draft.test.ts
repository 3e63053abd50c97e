import { expect, it } from 'vitest';
import type { Account } from '../../api/types';
import { Problem } from '../../lib/problem';
import { asksForKeys, choicesFor, EMPTY_FORM, filledAs, missing, nameOf, standingOf, toWish } from './draft';

const account: Account = {
  account_id: 'a', broker: 'UPBIT', label: '업비트', environment: 'REAL', mode: 'REAL', is_default: false, limits: {}, state: 'ACTIVE',
  gate: 'OPEN', test_passed: true, open_differences: 0, created_at: '2026-11-21T00:00:00Z',
};

it('aPaperAccountNeedsNothing', () => {
  expect(missing(EMPTY_FORM)).toEqual([]);
  expect(toWish({ ...EMPTY_FORM, label: ' 연습 ' }, false)).toEqual({ broker: 'PAPER', environment: 'PAPER', label: '연습' });
});

it('keysAreSentOnlyWhenTheServerCanUseThem', () => {
  const form = { ...EMPTY_FORM, broker: 'KIS' as const, credentials: { app_key: ' k ', app_secret: 's', account_number: '1', hts_id: '' } };
  expect(missing(form)).toEqual(['product_code']);
  expect(toWish(form, false).credentials).toBeUndefined();
  expect(toWish(form, true).credentials).toEqual({ app_key: 'k', app_secret: 's', account_number: '1' });
  expect(asksForKeys(new Problem(400, { errors: [{ field: 'credentials', message: 'must have the key of this broker' }] }))).toBe(true);
  expect(asksForKeys(new Problem(422, { code: 'broker_not_ready' }))).toBe(false);
});

it('theGravestStandingIsTold', () => {
  expect(standingOf(account)).toBe('open');
  expect(standingOf({ ...account, test_passed: null })).toBe('untested');
  expect(standingOf({ ...account, gate: 'COMPARING' })).toBe('comparing');
  expect(standingOf({ ...account, gate: 'COMPARING', open_differences: 2 })).toBe('differs');
  expect(standingOf({ ...account, gate: 'RECONCILE_ONLY', open_differences: 2 })).toBe('reconcile_only');
  expect(standingOf({ ...account, mode: 'PAPER', test_passed: null })).toBe('open');
});

it('aLostOrderIsEitherFilledOrNot', () => {
  expect(choicesFor('UNKNOWN_ORDER')).toEqual(['filled', 'not_placed']);
  expect(choicesFor('CASH')).toEqual(['accept_venue', 'keep_ours']);
  expect(filledAs('', '1')).toBeUndefined();
  expect(filledAs('61000', '')).toEqual({ price: '61000' });
  expect(filledAs('61000', '0')).toBeUndefined();
  expect(filledAs('61000', '0.5')).toEqual({ price: '61000', quantity: '0.5' });
});

it('anAccountWithoutANameIsCalledByWhatItIs', () => {
  const words = { standard: '기본', brokers: { UPBIT: '업비트' } };
  expect(nameOf({ ...account, is_default: true, label: 'Paper' }, words)).toBe('기본');
  expect(nameOf({ ...account, label: 'UPBIT' }, words)).toBe('업비트');
  expect(nameOf({ ...account, label: '아이 몫' }, words)).toBe('아이 몫');
});
