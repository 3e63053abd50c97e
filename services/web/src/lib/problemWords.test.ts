import { expect, it } from 'vitest';
import { Problem } from './problem';
import { wordsOf, wordsOfReason } from './problemWords';
import { sayServer } from './serverWords';

const refusal = new Problem(422, {
  code: 'insufficient_funds',
  detail: 'The order needs 6186220.04 USDT with its fee, 100000 USDT are available. The order would open more than 5 positions.',
  reasons: [
    { code: 'insufficient_funds', message: 'The order needs 6186220.04 USDT with its fee, 100000 USDT are available.' },
    { code: 'max_open_positions', message: 'The order would open more than 5 positions.' },
  ],
});

it('everyReasonIsToldInPlainKorean', () => {
  expect(wordsOf(refusal, 'ko')).toEqual({
    sentence: '주문 가능 금액이 모자라요.',
    reasons: [
      '수수료까지 6,186,220.04 USDT이(가) 필요한데, 쓸 수 있는 금액은 100,000 USDT이에요.',
      '동시에 가질 수 있는 포지션은 5개까지예요.',
    ],
  });
});

it('inEnglishTheServersOwnReasonsAreKept', () => {
  expect(wordsOf(refusal, 'en').reasons[0]).toBe('The order needs 6,186,220.04 USDT with its fee, 100,000 USDT are available.');
});

it('anUnknownCodeFallsBackToWhatIsKnown', () => {
  expect(wordsOf(new Problem(422, { code: 'brand_new', detail: 'A new rule.' }), 'en').sentence).toBe('A new rule.');
  expect(wordsOf(new Problem(422, { code: 'brand_new', detail: 'A new rule.' }), 'ko').sentence).toBe('규칙에 맞지 않아 받지 않았어요.');
  expect(wordsOf(new Problem(0, {}), 'ko').sentence).toContain('연결할 수 없어요');
});

it('tooManyRequestsTellsHowLongToWait', () => {
  const busy = new Problem(429, { code: 'rate_limited' }, new Headers({ 'Retry-After': '7' }));
  expect(wordsOf(busy, 'en').sentence).toBe('Too many requests. Try again in 7 s.');
});

it('aSentenceNobodyTranslatedIsKept', () => {
  expect(sayServer('Something else.', 'ko')).toBe('Something else.');
});

it('aReasonIsToldByItsSentenceWhereTheReaderKnowsItElseByItsCode', () => {
  const collar = 'The price 90000 is 45 % from the market.';
  expect(wordsOfReason('price_collar', collar, 'en')).toBe('The price 90,000 is 45 % from the market.');
  expect(wordsOfReason('price_collar', collar, 'ko')).toBe('가격이 시세에서 너무 멀어요.');
  expect(wordsOfReason('any', 'The order would open more than 5 positions.', 'ko')).toBe('동시에 가질 수 있는 포지션은 5개까지예요.');
});
