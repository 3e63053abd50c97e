import { exact } from './format';
import { isDecimal } from './decimal';
import type { Locale } from './preferences';

/** Sentences of the services in Korean. `{1}` is what the pattern's first group found. */
const KOREAN: [RegExp, string][] = [
  [/^There is no current price for (\S+?)\.?$/, '{1}의 시세가 아직 없어요.'],
  [/^The price (\S+) is not a multiple of (\S+?)\.?$/, '가격 {1}이(가) 호가 단위 {2}에 맞지 않아요.'],
  [/^The quantity (\S+) is not a multiple of (\S+?)\.?$/, '수량 {1}이(가) 주문 단위 {2}에 맞지 않아요.'],
  [/^The order's value (.+) is below the venue's minimum of (.+?)\.?$/, '주문 금액 {1}이(가) 거래소의 최소 금액 {2}보다 작아요.'],
  [/^The order needs (.+) with its fee, (.+) are available\.?$/, '수수료까지 {1}이(가) 필요한데, 쓸 수 있는 금액은 {2}이에요.'],
  [/^The order sells (.+), (.+) are available\.?$/, '팔려는 수량은 {1}, 팔 수 있는 수량은 {2}이에요.'],
  [/^The order's value (.+) is above the limit of (.+?)\.?$/, '주문 금액 {1}이(가) 한도 {2}보다 커요.'],
  [/^Today's loss of (.+) has reached the limit of (.+?); only/, '오늘 손실 {1}이(가) 한도 {2}에 닿아, 줄이는 주문만 낼 수 있어요.'],
  [/^The order would open more than (\d+) positions/, '동시에 가질 수 있는 포지션은 {1}개까지예요.'],
  [/^Checked and stored\.?$/, '확인하고 저장했어요.'],
  [/^Handed to the venue\.?$/, '거래소에 넘겼어요.'],
  [/^Placed\.?$/, '주문을 냈어요.'],
  [/^Taken by the simulated venue\.?$/, '모의 거래소가 받았어요.'],
  [/^Traded at the simulated venue\.?$/, '모의 거래소에서 체결됐어요.'],
  [/^Cancelled on request\.?$/, '요청해서 취소했어요.'],
  [/^There is no price to trade at\.?$/, '체결할 시세가 없어요.'],
  [/^The market did not meet the price at once\.?$/, '바로 체결할 수 있는 가격이 아니었어요.'],
  [/^Its day is over\.?$/, '하루가 지나 끝났어요.'],
  [/^Nothing to do: the position already fits/, '할 일이 없어요. 포지션이 이미 신호와 같아요.'],
  [/^Leverage above 3 can lose/, '레버리지가 3배를 넘으면 하루 만에 투자금을 모두 잃을 수 있어요.'],
  [/^A spot account sells only what it holds/, '현물 계좌는 가진 것만 팔 수 있어요. 공매도 신호가 오면 가진 포지션을 정리해요.'],
  [/^is too easy to guess$/, '너무 쉬운 비밀번호예요. 더 길고 다르게 지어 주세요.'],
  [/^needs at least (\d+) characters$/, '{1}자 이상이어야 해요.'],
  [/^has more than (\d+) characters$/, '{1}자를 넘을 수 없어요.'],
  [/^is your own name$/, '이름과 같은 비밀번호는 쓸 수 없어요.'],
  [/^has 3 to 32 letters, digits/, '영문, 숫자, 점, 줄표, 밑줄로 3~32자를 넣어 주세요.'],
  [/^is not an e-mail address$/, '이메일 주소를 확인해 주세요.'],
  [/^has 1 to 100 visible characters$/, '1자에서 100자까지 쓸 수 있어요.'],
  [/^is missing or too long$/, '비어 있거나 너무 길어요.'],
  [/^(is missing|must not be (null|blank|empty))$/, '값을 넣어 주세요.'],
  [/^must be a whole number between (\S+) and (\S+)$/, '{1}부터 {2}까지의 정수를 넣어 주세요.'],
  [/^must be between (\S+) and (\S+)$/, '{1}부터 {2}까지 넣을 수 있어요.'],
];

function grouped(text: string): string {
  return text.replace(/\d{4,}(\.\d+)?/g, (found) => (isDecimal(found) ? exact(found) : found));
}

/** A sentence of a service as this reader understands it; numbers are grouped, nothing else is changed. */
export function sayServer(sentence: string, locale: Locale): string {
  if (locale === 'ko') {
    for (const [pattern, korean] of KOREAN) {
      const found = pattern.exec(sentence);
      if (found) return korean.replace(/\{(\d)\}/g, (_, group: string) => grouped(found[Number(group)] ?? ''));
    }
  }
  return grouped(sentence);
}

export function isKnownToServerWords(sentence: string): boolean {
  return KOREAN.some(([pattern]) => pattern.test(sentence));
}
