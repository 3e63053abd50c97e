import { compare, isDecimal } from '../../lib/decimal';

export type LimitUnit = 'money' | 'count' | 'percent' | 'minutes' | 'seconds';

/** Every limit under the name the API gives it, with what it is counted in. */
export const LIMITS = {
  max_order_value: 'money', max_position_size: 'money', max_open_positions: 'count', max_leverage: 'count',
  price_collar_pct: 'percent', duplicate_seconds: 'seconds', stale_quote_seconds: 'seconds',
  max_instrument_exposure: 'money', max_market_exposure: 'money', max_currency_exposure: 'money',
  daily_loss: 'money', daily_realized_loss: 'money', max_drawdown: 'money', profit_lock: 'money', profit_lock_give_back_pct: 'percent',
  max_daily_trades: 'count', max_losses_in_a_row: 'count', losses_pause_minutes: 'minutes', exit_pause_minutes: 'minutes',
  stop_loss_guard_count: 'count', stop_loss_guard_window_minutes: 'minutes', stop_loss_guard_pause_minutes: 'minutes',
  low_profit_pct: 'percent', low_profit_trades: 'count', low_profit_window_minutes: 'minutes', low_profit_pause_minutes: 'minutes',
  volatility_pct: 'percent', volatility_window_minutes: 'minutes', index_shock_pct: 'percent', index_shock_window_minutes: 'minutes',
} as const satisfies Record<string, LimitUnit>;
export type LimitName = keyof typeof LIMITS;

/** How the page gathers them; the first of a group is the one its row shows. */
export const GROUPS = {
  size: ['max_order_value', 'max_position_size', 'max_open_positions', 'max_leverage'],
  spread: ['max_instrument_exposure', 'max_market_exposure', 'max_currency_exposure'],
  loss: ['daily_loss', 'daily_realized_loss', 'max_drawdown', 'profit_lock', 'profit_lock_give_back_pct'],
  pace: ['max_daily_trades', 'max_losses_in_a_row', 'losses_pause_minutes', 'exit_pause_minutes'],
  guard: ['stop_loss_guard_count', 'stop_loss_guard_window_minutes', 'stop_loss_guard_pause_minutes',
    'low_profit_pct', 'low_profit_trades', 'low_profit_window_minutes', 'low_profit_pause_minutes'],
  market: ['price_collar_pct', 'volatility_pct', 'volatility_window_minutes', 'index_shock_pct', 'index_shock_window_minutes',
    'stale_quote_seconds', 'duplicate_seconds'],
} as const satisfies Record<string, readonly LimitName[]>;
export type Group = keyof typeof GROUPS;

export const CURRENCIES = ['KRW', 'USDT'] as const;

/** As the API sends them: numbers, percents as text, amounts by currency, what is not set is not there. */
export type Limits = Partial<Record<string, unknown>>;

/** Where something is typed: a limit, its share of the equity, or its amount in one currency. */
export type Slot = string;

export function slotsOf(name: LimitName): Slot[] {
  return LIMITS[name] === 'money' ? [`${name}_pct`, ...CURRENCIES.map((currency) => `${name}.${currency}`)] : [name];
}

export function valueOf(limits: Limits, slot: Slot): string {
  const [name = '', currency] = slot.split('.');
  const value = limits[name];
  if (currency === undefined) return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  const amounts = value as Record<string, string> | undefined;
  return amounts?.[currency] ?? '';
}

export const isGood = (text: string): boolean => text === '' || isDecimal(text);

const differs = (a: string, b: string): boolean => (a === '' || b === '' ? a !== b : compare(a, b) !== 0);

/** What to send: only limits that were changed, whole; null takes a bound away. */
export function patch(limits: Limits, typed: Partial<Record<Slot, string>>): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const [slot, text] of Object.entries(typed)) {
    if (text === undefined || !isGood(text) || !differs(text, valueOf(limits, slot))) continue;
    const [name = '', currency] = slot.split('.');
    if (currency === undefined) {
      found[name] = text === '' ? null : text;
      continue;
    }
    const before = (found[name] ?? limits[name] ?? {}) as Record<string, string>;
    const amounts = Object.fromEntries(Object.entries({ ...before, [currency]: text }).filter(([, amount]) => amount !== ''));
    found[name] = Object.keys(amounts).length > 0 ? amounts : null;
  }
  return found;
}
