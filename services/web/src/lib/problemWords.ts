import type { Locale } from './preferences';
import { Problem } from './problem';
import { isKnownToServerWords, sayServer } from './serverWords';

type Words = Record<string, { ko: string; en: string }>;

const SENTENCES: Words = {
  offline: { ko: '서버에 연결할 수 없어요. 네트워크를 확인해 주세요.', en: 'The server cannot be reached. Check your connection.' },
  invalid_credentials: { ko: '아이디 또는 비밀번호가 맞지 않아요.', en: 'That name and password do not match.' },
  unauthenticated: { ko: '다시 로그인해 주세요.', en: 'Please sign in again.' },
  unauthorized: { ko: '다시 로그인해 주세요.', en: 'Please sign in again.' },
  forbidden: { ko: '이 작업을 할 권한이 없어요.', en: 'You are not allowed to do this.' },
  not_found: { ko: '찾을 수 없어요.', en: 'Not found.' },
  invite_required: { ko: '초대 코드가 필요해요. 가족에게 받아 주세요.', en: 'An invite code is needed. Ask your family for one.' },
  invite_invalid: { ko: '초대 코드가 맞지 않거나 기한이 지났어요.', en: 'The invite code is wrong or has expired.' },
  registration_closed: { ko: '지금은 가입을 받지 않아요.', en: 'Registration is closed.' },
  username_taken: { ko: '이미 쓰고 있는 아이디예요.', en: 'That user name is taken.' },
  email_taken: { ko: '이미 쓰고 있는 이메일이에요.', en: 'That e-mail is already in use.' },
  name_taken: { ko: '이미 쓰고 있는 아이디나 이메일이에요.', en: 'That user name or e-mail is taken.' },
  weak_password: { ko: '더 긴 비밀번호를 써 주세요.', en: 'Please choose a longer password.' },
  validation_failed: { ko: '입력한 값을 다시 확인해 주세요.', en: 'Please check what you entered.' },
  malformed_body: { ko: '보낸 내용을 서버가 읽지 못했어요.', en: 'The server could not read the request.' },
  too_many_attempts: { ko: '로그인을 너무 여러 번 시도했어요.', en: 'Too many attempts to sign in.' },
  session_ended: { ko: '로그인이 끝났어요. 다시 로그인해 주세요.', en: 'Your session has ended. Please sign in again.' },
  telegram_off: { ko: '이 서버에는 텔레그램 봇이 설정되어 있지 않아요.', en: 'No Telegram bot is set up on this server.' },
  telegram_not_linked: { ko: '연결된 텔레그램 대화방이 없어요.', en: 'No Telegram chat is linked.' },
  insufficient_holdings: { ko: '팔 수 있는 수량이 모자라요.', en: 'You hold less than you want to sell.' },
  below_minimum: { ko: '거래소의 최소 주문 금액보다 작아요.', en: "Below the venue's smallest order value." },
  risk_refused: { ko: '위험 관리 규칙 때문에 주문을 받지 않았어요.', en: 'The order was refused by the risk rules.' },
  order_refused: { ko: '주문을 받지 않았어요.', en: 'The order was refused.' },
  insufficient_funds: { ko: '주문 가능 금액이 모자라요.', en: 'Not enough cash available.' },
  insufficient_cash: { ko: '주문 가능 금액이 모자라요.', en: 'Not enough cash available.' },
  insufficient_position: { ko: '팔 수 있는 수량이 모자라요.', en: 'You hold less than you want to sell.' },
  insufficient_quantity: { ko: '팔 수 있는 수량이 모자라요.', en: 'You hold less than you want to sell.' },
  max_order_value: { ko: '주문 한 번의 한도를 넘어요.', en: 'Above the largest value of one order.' },
  order_value: { ko: '주문 한 번의 한도를 넘어요.', en: 'Above the largest value of one order.' },
  order_too_large: { ko: '주문 한 번의 한도를 넘어요.', en: 'Above the largest value of one order.' },
  daily_loss_limit: { ko: '오늘의 손실 한도에 닿았어요.', en: "Today's loss limit is reached." },
  daily_trade_limit: { ko: '오늘 할 수 있는 거래 횟수를 다 썼어요.', en: "Today's number of trades is used up." },
  max_daily_trades: { ko: '오늘 할 수 있는 거래 횟수를 다 썼어요.', en: "Today's number of trades is used up." },
  open_position_limit: { ko: '동시에 가질 수 있는 포지션 수를 넘어요.', en: 'Too many open positions.' },
  max_open_positions: { ko: '동시에 가질 수 있는 포지션 수를 넘어요.', en: 'Too many open positions.' },
  tick_size: { ko: '가격이 호가 단위에 맞지 않아요.', en: 'The price is not a multiple of the tick size.' },
  invalid_tick: { ko: '가격이 호가 단위에 맞지 않아요.', en: 'The price is not a multiple of the tick size.' },
  quantity_step: { ko: '수량이 주문 단위에 맞지 않아요.', en: 'The quantity is not a multiple of the step.' },
  no_price: { ko: '아직 받은 시세가 없어 주문할 수 없어요.', en: 'No price has arrived yet, so it cannot be traded.' },
  price_unknown: { ko: '아직 받은 시세가 없어 주문할 수 없어요.', en: 'No price has arrived yet, so it cannot be traded.' },
  price_stale: { ko: '시세가 오래되어 주문할 수 없어요.', en: 'The price is too old to trade on.' },
  unknown_instrument: { ko: '모르는 종목이에요.', en: 'Unknown instrument.' },
  order_not_open: { ko: '이미 끝난 주문이에요.', en: 'The order is already closed.' },
  order_closed: { ko: '이미 끝난 주문이에요.', en: 'The order is already closed.' },
  idempotency_in_progress: { ko: '같은 요청을 처리하는 중이에요. 잠시만 기다려 주세요.', en: 'The same request is still running. One moment.' },
  idempotency_key_reused: { ko: '요청이 바뀌었어요. 다시 확인하고 보내 주세요.', en: 'The request changed. Please review and send again.' },
  session_unverifiable: { ko: '로그인 상태를 확인할 수 없어 주문을 멈췄어요. 잠시 뒤 다시 해 주세요.', en: 'Your session cannot be checked right now, so nothing was ordered. Try again soon.' },
  daily_realized_loss: { ko: '오늘 실현한 손실이 한도에 닿았어요.', en: "Today's realised losses have reached the limit." },
  duplicate_order: { ko: '방금 낸 주문과 똑같아요. 실수라면 막은 거예요.', en: 'The same order was placed a moment ago.' },
  exit_pause: { ko: '방금 정리한 종목이라 잠시 쉬고 있어요.', en: 'This instrument pauses after its last exit.' },
  index_shock: { ko: '시장이 크게 흔들려 잠시 쉬고 있어요.', en: 'The market moves too fast; entries pause.' },
  leverage_bracket: { ko: '이 크기에는 레버리지가 너무 높아요.', en: 'Too much leverage for this size.' },
  losses_in_a_row: { ko: '연속 손실 뒤라 잠시 쉬고 있어요.', en: 'Entries pause after losses in a row.' },
  low_profit: { ko: '이 종목은 요즘 수익이 낮아 쉬고 있어요.', en: 'This instrument pauses: it earned too little lately.' },
  position_open: { ko: '포지션과 미체결 주문이 없을 때 바꿀 수 있어요.', en: 'Possible only without a position and without open orders.' },
  not_a_contract: { ko: '선물에만 레버리지가 있어요.', en: 'Only futures contracts have leverage.' },
  market_closed: { ko: '지금은 장이 닫혀 있어요.', en: 'The market is closed now.' },
  max_drawdown: { ko: '최고점에서 너무 많이 내려왔어요.', en: 'The equity fell too far from its peak.' },
  max_leverage: { ko: '레버리지 한도를 넘어요.', en: 'Above the leverage limit.' },
  price_collar: { ko: '가격이 시세에서 너무 멀어요.', en: 'The price is too far from the market.' },
  price_limit: { ko: '가격이 오늘의 상한가·하한가를 벗어나요.', en: "Outside today's price limits." },
  profit_lock: { ko: '오늘의 이익을 지키려고 멈췄어요.', en: "Entries stopped to keep today's profit." },
  reduce_only: { ko: '지금은 줄이는 주문만 낼 수 있어요.', en: 'Only orders that reduce positions are possible now.' },
  session_order_type: { ko: '이 시간에는 낼 수 없는 주문 방식이에요.', en: 'This order type cannot be entered at this time.' },
  stale_quote: { ko: '시세가 오래되어 주문할 수 없어요.', en: 'The price is too old to trade on.' },
  stop_loss_guard: { ko: '손절이 잦아 잠시 쉬고 있어요.', en: 'Entries pause after several stop-losses.' },
  trading_halted: { ko: '지금은 모든 새 주문이 멈춰 있어요.', en: 'All new orders are halted at the moment.' },
  permission_missing: { ko: '이 작업을 할 권한이 없어요. 가족의 관리자에게 부탁해 주세요.', en: 'You lack the permission for this. Ask an administrator of your family.' },
  mfa_required: { ko: '실제 투자에는 두 번째 인증이 필요해요. 먼저 등록하고 새 인증 코드를 넣어 주세요.', en: 'Real trading needs a second factor: set it up first, then give a fresh code.' },
  wrong_code: { ko: '코드가 맞지 않거나 이미 쓴 코드예요.', en: 'This code is not right, or was used already.' },
  limits_required: { ko: '실제로 거래하기 전에 위험 한도를 정해 주세요.', en: 'Set your risk limits before you trade for real.' },
  tested_account_required: { ko: '증권사·거래소 계좌를 추가하고 연결 시험을 통과해야 해요.', en: 'Add a broker account and pass its connection test first.' },
  too_many_accounts: { ko: '계좌는 20개까지 가질 수 있어요.', en: 'A person may have 20 accounts at most.' },
  broker_not_ready: { ko: '이 버전에서는 아직 이곳과 거래할 수 없어요.', en: 'Moa cannot trade there yet.' },
  default_account: { ko: '누구나 갖는 기본 모의 계좌는 지울 수 없어요.', en: 'The paper account that everybody has stays.' },
  account_in_use: { ko: '미체결 주문을 취소하고 보유 종목을 정리한 다음에 지울 수 있어요.', en: 'Cancel its open orders and close its positions before it goes.' },
  broker_away: { ko: '증권사·거래소가 지금 답하지 않아요. 잠시 뒤 다시 해 주세요.', en: 'The broker does not answer now. Try again in a moment.' },
  not_reconciled: { ko: '아직 증권사·거래소와 맞춰 보는 중이에요. 잠시 뒤 다시 해 주세요.', en: 'The account is still being compared with its broker. Try again in a moment.' },
  reconcile_only: { ko: '백업에서 되살린 계좌라 아무 주문도 내지 않아요. 확인하고 다시 시작해 주세요.', en: 'This account was restored from a backup: nothing is sent until somebody has looked and resumed it.' },
  quarantined: { ko: '이 종목은 증권사·거래소와 기록이 달라서, 해결할 때까지 줄이는 주문만 낼 수 있어요.', en: 'This instrument differs from the broker: only reducing orders until that is settled.' },
  type_not_offered: { ko: '이곳에서는 이 주문 방식을 쓸 수 없어요.', en: 'This broker does not take orders of this type.' },
  time_in_force_not_offered: { ko: '이곳에서는 이 유효 기간을 쓸 수 없어요.', en: 'This broker does not let orders wait that way.' },
  mode_is_paper: { ko: '지금은 모의 투자 중이에요. 실제 계좌로 주문하려면 먼저 실제 투자로 바꿔 주세요.', en: 'You trade on paper: switch to real trading first.' },
  account_not_tested: { ko: '이 계좌는 아직 연결 시험을 통과하지 못했어요.', en: 'This account has not passed its connection test.' },
  already_settled: { ko: '이미 해결된 차이예요.', en: 'This was settled already.' },
  part_of_a_plan: { ko: '묶음 주문의 한 부분이에요. 묶음 주문을 고쳐 주세요.', en: 'This order is a part of another one: change that one.' },
  no_candles: { ko: '그 기간에는 저장된 캔들이 없어요.', en: 'No candles are stored for that time.' },
  not_enough_candles: { ko: '그 기간에는 저장된 캔들이 모자라요.', en: 'Too few candles are stored for that time.' },
  rate_limited: { ko: '요청이 너무 잦아요.', en: 'Too many requests.' },
  too_many_requests: { ko: '요청이 너무 잦아요.', en: 'Too many requests.' },
  telegram_unavailable: { ko: '이 서버에는 텔레그램 봇이 설정되어 있지 않아요.', en: 'No Telegram bot is set up on this server.' },
};

const BY_STATUS: Record<number, { ko: string; en: string }> = {
  400: { ko: '입력한 값을 다시 확인해 주세요.', en: 'Please check what you entered.' },
  401: { ko: '다시 로그인해 주세요.', en: 'Please sign in again.' },
  403: { ko: '이 작업을 할 권한이 없어요.', en: 'You are not allowed to do this.' },
  404: { ko: '찾을 수 없어요.', en: 'Not found.' },
  409: { ko: '그 사이에 상태가 바뀌었어요. 다시 확인해 주세요.', en: 'It changed in the meantime. Please look again.' },
  422: { ko: '규칙에 맞지 않아 받지 않았어요.', en: 'Refused by a rule.' },
  423: { ko: '지금은 모든 새 주문이 멈춰 있어요.', en: 'All new orders are halted at the moment.' },
  429: { ko: '요청이 너무 잦아요.', en: 'Too many requests.' },
};

const AWAY = {
  ko: '서버의 일부가 잠시 자리를 비웠어요. 곧 다시 시도해 주세요.',
  en: 'A part of the server is away for a moment. Please try again soon.',
};

/** The sentence for a stable code, else the server's own words. */
export function wordsOfCode(code: string, fallback: string, locale: Locale): string {
  return SENTENCES[code]?.[locale] ?? (fallback || code);
}

/** A refusal's own sentence says more than its code, as long as the reader understands it. */
export function wordsOfReason(code: string, text: string, locale: Locale): string {
  const told = text !== code && (locale === 'en' || isKnownToServerWords(text));
  return told ? sayServer(text, locale) : (SENTENCES[code]?.[locale] ?? sayServer(text, locale));
}

/** One sentence and every reason behind it; the server's numbers are kept beside translated reasons. */
export function wordsOf(problem: unknown, locale: Locale): { sentence: string; reasons: string[] } {
  if (!(problem instanceof Problem)) return { sentence: AWAY[locale], reasons: [] };
  const byStatus = problem.status >= 500 ? AWAY : BY_STATUS[problem.status];
  const own = locale === 'en' ? problem.detail : isKnownToServerWords(problem.detail) ? sayServer(problem.detail, locale) : '';
  let sentence = SENTENCES[problem.code]?.[locale] ?? (own || byStatus?.[locale] || problem.detail || problem.code);
  if (problem.status === 429 && problem.retryAfterSeconds !== undefined) {
    sentence +=
      locale === 'ko' ? ` ${problem.retryAfterSeconds}초 뒤에 다시 해 주세요.` : ` Try again in ${problem.retryAfterSeconds} s.`;
  }
  const rules = problem.reasons.map(({ code, text }) => wordsOfReason(code, text, locale));
  const fields = problem.errors.map((error) => `${error.field}: ${sayServer(error.message, locale)}`);
  return { sentence, reasons: [...rules, ...fields].filter((line) => line !== sentence) };
}

/** What the server says about one field of a form. */
export function wordsOfField(problem: unknown, field: string, locale: Locale): string | undefined {
  const found = problem instanceof Problem ? problem.fieldError(field) : undefined;
  return found === undefined ? undefined : sayServer(found, locale);
}
