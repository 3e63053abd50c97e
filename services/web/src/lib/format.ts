import { abs, type Decimal, round, scaleOf, sign, trim } from './decimal';
import { type PriceRules, tickAt } from './tick';

const CURRENCY_SCALE: Record<string, number> = { KRW: 0, USDT: 2, USD: 2, BUSD: 2, USDC: 2 };

export function currencyScale(currency: string): number {
  return CURRENCY_SCALE[currency] ?? 8;
}

function grouped(plain: Decimal): string {
  const [whole = '0', fraction] = plain.replace('-', '').split('.');
  const withCommas = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return (plain.startsWith('-') ? '−' : '') + withCommas + (fraction === undefined ? '' : `.${fraction}`);
}

/** An amount of money at its currency's usual places; the exact value belongs in a title or a detail view. */
export function money(value: Decimal, currency: string): string {
  const rounded = round(value, currencyScale(currency));
  return grouped(sign(rounded) === 0 ? abs(rounded) : rounded);
}

/** Every digit, grouped: prices and quantities as the exchange wrote them. */
export function exact(value: Decimal): string {
  return grouped(trim(value));
}

/** At most two places, for numbers whose unit stands elsewhere. */
export const round2 = (value: Decimal): Decimal => round(value, 2);

/** A price at the places of its tick, so that a column of prices lines up. */
export function price(value: Decimal, rules?: PriceRules): string {
  const tick = tickAt(rules, value);
  return grouped(tick === undefined ? value : round(value, scaleOf(tick)));
}

export function percent(value: Decimal, places = 2): string {
  const rounded = round(value, places);
  return `${grouped(sign(rounded) === 0 ? abs(rounded) : rounded)}%`;
}

/** With an explicit plus, so that a gain is told without colour. */
export function signed(formatted: string, value: Decimal): string {
  return sign(value) > 0 && !formatted.startsWith('+') ? `+${formatted}` : formatted;
}

const SYMBOLS: Record<string, string> = { KRW: '₩', USD: '$', USDT: '', USDC: '' };

/** "₩1,000" but "1,000 USDT": a won sign is read at once, a made-up sign for a token is not. */
export function withCurrency(formatted: string, currency: string): string {
  const symbol = SYMBOLS[currency];
  if (!symbol) return `${formatted} ${currency}`;
  const lead = /^[+−]/.exec(formatted)?.[0] ?? '';
  return lead + symbol + formatted.slice(lead.length);
}
