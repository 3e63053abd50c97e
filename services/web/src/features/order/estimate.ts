import type { PlaceOrder, Side } from '../../api/types';
import { add, compare, type Decimal, div, floorToStep, isDecimal, isMultiple, min, mul, sign, sub, trim } from '../../lib/decimal';
import { within } from '../../lib/rules';
import { type PriceRules, tickAt } from '../../lib/tick';
import { startOfDay } from '../../lib/time';
import { type PriceField, priceFields, type Setup, SHAPES, worstPrice } from './kinds';

/** What a person has typed, untouched. */
export interface Draft extends Setup {
  side: Side;
  /** Empty is the default account of the mode. */
  account: string;
  by: 'quantity' | 'amount';
  quantity: string;
  amount: string;
}

/** What is known of the instrument and the purse; undefined is unknown, not zero. */
export interface Terms {
  instrument: string;
  last: Decimal | undefined;
  bid: Decimal | undefined;
  ask: Decimal | undefined;
  rules: PriceRules | undefined;
  step: Decimal | undefined;
  feeRate: Decimal | undefined;
  cash: Decimal | undefined;
  held: Decimal | undefined;
}

export type SizeComplaint = 'needSize' | 'badStep' | 'tooSmall' | 'overCash' | 'overHolding' | 'noPrice';

/** What is wrong, by where it was typed. */
export interface Complaints {
  size: SizeComplaint[];
  prices: Partial<Record<PriceField, 'needPrice' | 'badTick'>>;
  others: Partial<Record<'trail' | 'shown' | 'entries' | 'step' | 'lastDay', 'needTrail' | 'needShown' | 'needEntries' | 'needStep' | 'needDay'>>;
}

export interface Estimate {
  quantity: Decimal | undefined;
  value: Decimal | undefined;
  fee: Decimal | undefined;
  total: Decimal | undefined;
}

/** A market order without a book costs up to 5 bp more; "all of it" leaves room for that. */
const MARKET_ROOM = '0.0005';

const ENTRIES = { low: '2', high: '50', whole: true };
const STEP_PERCENT = { low: '0.01', high: '50' };
const STEP_MINUTES = { low: '1', high: '525600', whole: true };

const positive = (text: string): boolean => isDecimal(text) && sign(text) > 0;

/** The price to reckon with: what was typed, else the side of the quote the order would meet. */
export function priceOf(draft: Draft, terms: Terms): Decimal | undefined {
  const typed = worstPrice(draft);
  if (typed !== undefined && positive(typed)) return typed;
  if (SHAPES[draft.type].needs.length > 0 && draft.type !== 'BRACKET') return undefined;
  const quote = draft.side === 'BUY' ? terms.ask : terms.bid;
  return quote ?? terms.last;
}

export function estimate(draft: Draft, terms: Terms): Estimate {
  const price = priceOf(draft, terms);
  const quantity = quantityOf(draft, price, terms.step);
  if (!price || !quantity) return { quantity, value: undefined, fee: undefined, total: undefined };
  const value = mul(price, quantity);
  if (terms.feeRate === undefined) return { quantity, value, fee: undefined, total: undefined };
  const fee = mul(value, terms.feeRate);
  return { quantity, value, fee, total: draft.side === 'BUY' ? add(value, fee) : sub(value, fee) };
}

function quantityOf(draft: Draft, price: Decimal | undefined, step: Decimal | undefined): Decimal | undefined {
  if (draft.by === 'quantity') return positive(draft.quantity) ? draft.quantity : undefined;
  if (!positive(draft.amount) || !price) return undefined;
  const raw = div(draft.amount, price, 12, 'down');
  return step ? floorToStep(raw, step) : trim(raw);
}

function fitsTick(price: Decimal, rules: PriceRules | undefined): boolean {
  const tick = tickAt(rules, price);
  return tick === undefined || isMultiple(price, tick);
}

/** What keeps the order from being sent; the server judges again, and by more rules. */
export function complaints(draft: Draft, terms: Terms): Complaints {
  return { size: sizeComplaints(draft, terms), prices: priceComplaints(draft, terms), others: otherComplaints(draft) };
}

export const isClean = ({ size, prices, others }: Complaints): boolean =>
  size.length === 0 && Object.keys(prices).length === 0 && Object.keys(others).length === 0;

function priceComplaints(draft: Draft, terms: Terms): Complaints['prices'] {
  const found: Complaints['prices'] = {};
  for (const field of priceFields(draft.type)) {
    const typed = draft.prices[field] ?? '';
    if (!positive(typed)) {
      if (SHAPES[draft.type].needs.includes(field) || typed !== '') found[field] = 'needPrice';
    } else if (!fitsTick(typed, terms.rules)) found[field] = 'badTick';
  }
  return found;
}

function otherComplaints(draft: Draft): Complaints['others'] {
  const shape = SHAPES[draft.type];
  const found: Complaints['others'] = {};
  if (shape.trails && (!positive(draft.trail) || (draft.trailBy === 'percent' && compare(draft.trail, '100') >= 0))) found.trail = 'needTrail';
  if (shape.hides && !positive(draft.shown)) found.shown = 'needShown';
  if (shape.steps && !within(draft.entries, ENTRIES)) found.entries = 'needEntries';
  if (shape.steps && !within(draft.step, draft.stepBy === 'percent' ? STEP_PERCENT : STEP_MINUTES)) found.step = 'needStep';
  if (lastingOf(draft) === 'GTD' && !draft.lastDay) found.lastDay = 'needDay';
  return found;
}

function sizeComplaints(draft: Draft, terms: Terms): SizeComplaint[] {
  const found: SizeComplaint[] = [];
  if (draft.type === 'MARKET' && !priceOf(draft, terms)) found.push('noPrice');
  if (!positive(draft.by === 'quantity' ? draft.quantity : draft.amount)) return [...found, 'needSize'];
  const { quantity, value, total } = estimate(draft, terms);
  if (!quantity) return found;
  if (sign(quantity) === 0) found.push('tooSmall');
  if (draft.by === 'quantity' && terms.step && !isMultiple(quantity, terms.step)) found.push('badStep');
  const cost = total ?? value;
  if (draft.side === 'BUY' && cost && terms.cash && compare(cost, terms.cash) > 0) found.push('overCash');
  if (draft.side === 'SELL' && terms.held && compare(quantity, terms.held) > 0) found.push('overHolding');
  return found;
}

/** The quantity (or amount) that uses a share of what is available; undefined while that is not known. */
export function share(percent: number, draft: Draft, terms: Terms): Partial<Draft> | undefined {
  const part = div(String(percent), '100', 4);
  const price = priceOf(draft, terms);
  if (draft.side === 'SELL') {
    if (!terms.held) return undefined;
    const quantity = floor(mul(terms.held, part), terms.step);
    if (draft.by === 'quantity') return { quantity };
    return price ? { amount: trim(div(mul(quantity, price), '1', 2, 'down')) } : undefined;
  }
  if (!terms.cash) return undefined;
  const room = add(add('1', terms.feeRate ?? '0'), draft.type === 'MARKET' ? MARKET_ROOM : '0');
  const amount = min(div(mul(terms.cash, part), room, 8, 'down'), terms.cash);
  if (draft.by === 'amount') return { amount: trim(div(amount, '1', 2, 'down')) };
  return price ? { quantity: floor(div(amount, price, 12, 'down'), terms.step) } : undefined;
}

function floor(value: Decimal, step: Decimal | undefined): Decimal {
  return step ? floorToStep(value, step) : trim(div(value, '1', 8, 'down'));
}

/** How long it lasts; undefined where the kind leaves no choice. */
const lastingOf = (draft: Draft) => (SHAPES[draft.type].lasts?.includes(draft.lasting) ? draft.lasting : undefined);

/** The end of a day in the reader's zone. */
const endOf = (day: string, zone: string): string =>
  startOfDay(new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10), zone);

/** The request, with an amount left to the server only where the price is the server's too. */
export function toOrder(draft: Draft, terms: Terms, zone: string): PlaceOrder {
  const { quantity } = estimate(draft, terms);
  const shape = SHAPES[draft.type];
  const order: PlaceOrder = { instrument: terms.instrument, side: draft.side, type: draft.type };
  for (const field of priceFields(draft.type)) {
    const typed = draft.prices[field];
    if (typed) order[field] = typed;
  }
  if (shape.trails) Object.assign(order, draft.trailBy === 'percent' ? { trail_pct: draft.trail } : { trail_amount: draft.trail });
  if (shape.hides) order.display_quantity = draft.shown;
  if (shape.steps) {
    order.entries = Number(draft.entries);
    Object.assign(order, draft.stepBy === 'percent' ? { step_pct: draft.step } : { interval_seconds: Number(draft.step) * 60 });
  }
  if (draft.account) order.account_id = draft.account;
  const lasting = lastingOf(draft);
  if (lasting) order.time_in_force = lasting;
  if (lasting === 'GTD') order.expires_at = endOf(draft.lastDay, zone);
  if (shape.posts && draft.postOnly) order.post_only = true;
  if (draft.reduceOnly) order.reduce_only = true;
  if (draft.by === 'amount' && draft.type === 'MARKET' && draft.side === 'BUY') order.quote_amount = draft.amount;
  else if (quantity) order.quantity = quantity;
  return order;
}
