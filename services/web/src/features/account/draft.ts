import type { Account, AccountWish, Difference } from '../../api/types';
import { isDecimal, sign } from '../../lib/decimal';
import type { Problem } from '../../lib/problem';

/** What each broker hands out for its API; `?` may stay empty. */
export const BROKERS = {
  PAPER: [],
  UPBIT: ['access_key', 'secret_key'],
  BINANCE: ['api_key', 'api_secret'],
  BINANCE_FUTURES: ['api_key', 'api_secret'],
  OKX: ['api_key', 'api_secret', 'passphrase'],
  KIS: ['app_key', 'app_secret', 'account_number', 'product_code', 'hts_id?'],
  LS: ['app_key', 'app_secret', 'account_number?', 'account_password?'],
  KIWOOM: ['app_key', 'secret_key', 'account_number'],
} as const satisfies Record<string, readonly string[]>;
export type Broker = keyof typeof BROKERS;

export interface Form {
  broker: Broker;
  label: string;
  environment: 'REAL' | 'TESTNET';
  credentials: Record<string, string>;
}

export const EMPTY_FORM: Form = { broker: 'PAPER', label: '', environment: 'TESTNET', credentials: {} };

export const fieldsOf = (broker: Broker): { name: string; optional: boolean }[] =>
  BROKERS[broker].map((name) => ({ name: name.replace('?', ''), optional: name.endsWith('?') }));

/** What has to be typed and is not there yet. */
export function missing(form: Form): string[] {
  return fieldsOf(form.broker).filter(({ name, optional }) => !optional && !form.credentials[name]?.trim()).map(({ name }) => name);
}

/** Without keys the server says whether it could use them; nobody types a secret for a broker that is not there. */
export function toWish(form: Form, withKeys: boolean): AccountWish {
  const wish: AccountWish = { broker: form.broker, environment: form.broker === 'PAPER' ? 'PAPER' : form.environment };
  if (form.label.trim()) wish.label = form.label.trim();
  if (withKeys) {
    const typed = fieldsOf(form.broker).map(({ name }) => [name, form.credentials[name]?.trim() ?? ''] as const);
    wish.credentials = Object.fromEntries(typed.filter(([, value]) => value !== ''));
  }
  return wish;
}

/** Whether the server knows the broker and only lacks the keys. */
export const asksForKeys = (problem: Problem): boolean => problem.fieldError('credentials') !== undefined;

export const SETTLEMENTS = ['filled', 'not_placed', 'accept_venue', 'keep_ours'] as const;
export type SettledAs = (typeof SETTLEMENTS)[number];

/** What a person can say about a difference of this kind. */
export function choicesFor(kind: Difference['kind']): readonly SettledAs[] {
  switch (kind) {
    case 'UNKNOWN_ORDER':
    case 'AMBIGUOUS_ORDER':
      return ['filled', 'not_placed'];
    case 'VANISHED_ORDER':
      return ['filled', 'not_placed', 'keep_ours'];
    default:
      return ['accept_venue', 'keep_ours'];
  }
}

/** An average price and, where it was not all of it, how much; undefined while it is no number. */
export function filledAs(price: string, quantity: string): { price: string; quantity?: string } | undefined {
  if (!isDecimal(price) || sign(price) <= 0) return undefined;
  if (quantity === '') return { price };
  return isDecimal(quantity) && sign(quantity) > 0 ? { price, quantity } : undefined;
}

export type Standing = 'open' | 'comparing' | 'reconcile_only' | 'differs' | 'untested';

/** The one thing about an account that a person has to know, the gravest first. */
export function standingOf({ gate, state, open_differences, mode, test_passed }: Account): Standing {
  if (gate === 'RECONCILE_ONLY' || state === 'RECONCILE_ONLY') return 'reconcile_only';
  if (open_differences > 0) return 'differs';
  if (gate === 'COMPARING') return 'comparing';
  return mode === 'REAL' && test_passed !== true ? 'untested' : 'open';
}

/** As its owner called it; without a name of its own, what it is. */
export function nameOf(account: Account, words: { standard: string; brokers: Record<string, string> }): string {
  if (account.is_default) return words.standard;
  return account.label === account.broker ? (words.brokers[account.broker] ?? account.label) : account.label;
}
