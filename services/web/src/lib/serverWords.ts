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
  [/^There is no stop: the loss is not limited/, '손절이 없어요. 손실에 한계가 없어요.'],
  [/^The market is beyond the stop price already/, '시세가 이미 스톱 가격을 넘었어요. 주문하면 바로 체결돼요.'],
  [/^The order would trade at once and is refused as post-only/, '바로 체결될 가격이라, 메이커로만 내는 주문은 받지 않아요.'],
  [/^The price is met already/, '이미 닿은 가격이에요. 주문하면 바로 체결돼요.'],
  [/^The position has a stop of its own/, '이 포지션에는 이미 손절이 있어요. 남는 수량에는 그대로 있어요.'],
  [/^There is nothing that this order could sell/, '이 주문으로 팔 수 있는 것이 없어요.'],
  [/^Say whether the order was filled or not placed/, '체결됐는지, 접수되지 않았는지 골라 주세요.'],
  [/^This is not about an order/, '주문에 관한 차이가 아니에요.'],
  [/^It is known what became of this order/, '이 주문이 어떻게 됐는지 이미 알고 있어요.'],
  [/^Nothing of this is held here any more/, '이 종목은 이제 갖고 있지 않아요. 다시 맞춰 봐요.'],
  [/^The broker did not answer as it should: (.+?)\.?$/, '증권사·거래소가 제대로 답하지 않았어요: {1}'],
  [/^The broker counts less of this order than it told trades of/, '증권사·거래소가 센 체결 수량이, 알려 온 체결보다 적어요.'],
  [/^We hold (\S+), the broker says (\S+), and no trade explains it/, '우리 기록은 {1}, 증권사·거래소는 {2}이에요. 설명할 체결이 없어요.'],
  [/^We count (\S+ \S+), the broker (\S+), and nothing explains it/, '우리 기록은 {1}, 증권사·거래소는 {2}이에요. 설명할 내역이 없어요.'],
  [/^The broker tells trade (\S+) otherwise than before/, '증권사·거래소가 체결 {1}을(를) 전과 다르게 알려 왔어요.'],
  [/^Alerts are missing: number (\d+) was expected, (\d+) came/, '빠진 알림이 있어요. {1}번이 와야 하는데 {2}번이 왔어요.'],
  [/^Taken\.?$/, '받았어요.'],
  [/^Its owner ends it/, '주인이 취소했어요.'],
  [/^An exit has traded/, '나가는 주문이 체결됐어요.'],
  [/^All entries are made/, '진입 주문을 모두 마쳤어요.'],
  [/^Everything is done/, '모두 끝났어요.'],
  [/^The entry did not trade/, '진입 주문이 체결되지 않았어요.'],
  [/^Its time is over/, '유효 기간이 지났어요.'],
  [/^Changed on request/, '요청해서 고쳤어요.'],
  [/^It is replaced: price or quantity changed|^Its terms changed/, '가격이나 수량을 고쳐 새로 냈어요.'],
  [/^Another part of the plan ended|^The other part has traded/, '다른 쪽이 끝나 취소했어요.'],
  [/^The plan ends/, '묶음 주문이 끝나 취소했어요.'],
  [/^The stop price was reached/, '스톱 가격에 닿았어요.'],
  [/^The stop followed the market/, '스톱이 시세를 따라 움직였어요.'],
  [/^Traded with another member of the household/, '가족의 주문과 체결됐어요.'],
  [/^The strategy is switched off/, '전략이 꺼져 있어요.'],
  [/^Too old to act on|^The candle closed too long ago/, '너무 오래된 신호라 따르지 않았어요.'],
  [/^must lie on the gaining side of (\S+)$/, '이익이 나는 쪽에 있어야 해요.'],
  [/^must lie on the losing side of (\S+)$/, '손실이 나는 쪽에 있어야 해요.'],
  [/^must lie on the other side of the market than price$/, '지정가와 시세의 반대쪽에 있어야 해요.'],
  [/^must be above zero and below quantity$/, '0보다 크고 전체 수량보다 작아야 해요.'],
  [/^must be at least a 500th of quantity$/, '전체 수량의 500분의 1보다 커야 해요.'],
  [/^must have the key of this broker$/, '이곳에서 받은 키를 넣어 주세요.'],
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
