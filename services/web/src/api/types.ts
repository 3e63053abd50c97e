/**
 * The interface of the running suite as the page uses it (`/api/v1/openapi.yml`). Decimals are strings,
 * times are ISO-8601 with Z. The one place where answers are described.
 */
import type { Decimal } from '../lib/decimal';

export type Mode = 'PAPER' | 'REAL';
export type Side = 'BUY' | 'SELL';

export interface List<T> {
  items: T[];
  next_cursor?: string | null;
}

export interface Setup {
  needs_first_account: boolean;
  registration: 'open' | 'invite' | 'closed';
}

export interface Tokens {
  access_token: string;
  expires_in: number;
  mfa_required?: boolean;
}

export interface Me {
  user_id: string;
  username: string;
  email: string;
  name: string;
  role: 'super_admin' | 'admin' | 'user' | string;
  permissions: string[];
  trading_mode: Mode;
  mfa_enabled: boolean;
}

export interface Settings {
  locale: 'ko' | 'en';
  theme: 'system' | 'light' | 'dark';
  /** A rise is red and a fall is blue. */
  korean_colors: boolean;
}

export interface DeviceSession {
  session_id: string;
  current: boolean;
  user_agent?: string;
  address?: string;
  created_at: string;
  last_seen_at?: string;
}

export interface Summary {
  mode: Mode;
  currency: string;
  equity: Decimal;
  cash: { currency: string; total: Decimal; available: Decimal }[];
  today_pnl: Decimal;
  unrealized_pnl: Decimal;
  realized_pnl: Decimal;
  open_positions: number;
  /** Amounts of different currencies are never added. */
  by_currency?: InCurrency[];
  win_rate?: Decimal | null;
}

export interface InCurrency {
  currency: string;
  equity: Decimal;
  today_pnl: Decimal;
  unrealized_pnl: Decimal;
  realized_pnl: Decimal;
}

export interface Position {
  position_id: string;
  instrument: string;
  side: 'LONG' | 'SHORT';
  currency: string;
  quantity: Decimal;
  entry_price: Decimal;
  mark_price?: Decimal | null;
  leverage: Decimal | number;
  stop_loss?: Decimal | null;
  take_profit?: Decimal | null;
  unrealized_pnl?: Decimal | null;
  realized_pnl: Decimal;
  fees: Decimal;
  roi?: Decimal | null;
  roe?: Decimal | null;
  opened_at?: string;
  closed_at?: string | null;
}

export type OrderStatus =
  | 'PENDING_NEW' | 'SUBMITTED' | 'ACCEPTED' | 'PARTIALLY_FILLED' | 'FILLED'
  | 'PENDING_CANCEL' | 'CANCELLED' | 'REJECTED' | 'EXPIRED' | 'UNKNOWN';

export interface Fill {
  fill_id: string;
  order_id: string;
  instrument: string;
  side: Side;
  price: Decimal;
  quantity: Decimal;
  fee: Decimal;
  fee_currency: string;
  tax?: Decimal | null;
  time: string;
}

export interface Transition {
  status: OrderStatus;
  at: string;
  cause?: string | null;
}

export interface Order {
  order_id: string;
  instrument: string;
  side: Side;
  type: string;
  quantity?: Decimal | null;
  quote_amount?: Decimal | null;
  price?: Decimal | null;
  time_in_force?: string;
  status: OrderStatus;
  mode: Mode;
  filled_quantity: Decimal;
  average_price?: Decimal | null;
  /** Who wished it: a person, a strategy, a webhook, or a protective exit. */
  origin?: string;
  strategy_id?: string | null;
  created_at: string;
  updated_at: string;
  transitions?: Transition[];
  fills?: Fill[];
}

export interface PlaceOrder {
  instrument: string;
  side: Side;
  type: 'MARKET' | 'LIMIT';
  quantity?: Decimal;
  quote_amount?: Decimal;
  price?: Decimal;
  time_in_force?: 'GTC' | 'IOC';
  reduce_only?: boolean;
}

export interface Placed {
  order_id: string;
  status: OrderStatus;
  mode: Mode;
}

export interface Instrument {
  instrument: string;
  venue: string;
  symbol: string;
  name?: string | null;
  base?: string | null;
  quote?: string | null;
  currency?: string | null;
  /** The finest; `ticks` lists all where the tick grows with the price. */
  tick_size?: Decimal | null;
  ticks?: { from: Decimal; tick: Decimal }[] | null;
  quantity_step?: Decimal | null;
  min_quantity?: Decimal | null;
  min_value?: Decimal | null;
  maker_fee?: Decimal | null;
  taker_fee?: Decimal | null;
}

export interface Quote {
  instrument: string;
  price: Decimal;
  bid?: Decimal | null;
  ask?: Decimal | null;
  volume?: Decimal | null;
  time: string;
  source?: 'live' | 'replay-trades' | 'replay-candles' | string;
}

/** A public feed of this installation; `since` is when its state began. */
export interface Feed {
  name: string;
  venue: string;
  state: 'ok' | 'away' | string;
  since?: string | null;
  detail?: string | null;
}

export type Interval = '1m' | '3m' | '5m' | '15m' | '30m' | '1h' | '4h' | '1d';

/** `[open time, open, high, low, close, volume]` */
export type Candle = [string | number, Decimal, Decimal, Decimal, Decimal, Decimal];

export interface StrategyDraft {
  name: string;
  indicator_id: 'ema_crossover';
  parameters: { fast: number; slow: number };
  instrument: string;
  timeframe: Interval;
  account_id?: string | null;
  investment_pct: Decimal;
  long_tp_pct: Decimal;
  long_sl_pct: Decimal;
  short_tp_pct: Decimal;
  short_sl_pct: Decimal;
  trailing_pct?: Decimal | null;
  leverage: Decimal | number;
  allow_short: boolean;
  max_open_positions: number;
}

export interface Strategy extends StrategyDraft {
  strategy_id: string;
  active: boolean;
  webhook?: boolean;
  created_at: string;
  warnings?: string[];
}

export interface Webhook {
  url: string;
  secret: string;
  alert_message_template: string;
}

export interface Signal {
  signal_id: string;
  strategy_id: string;
  source: 'strategy' | 'tradingview' | string;
  instrument: string;
  action: string;
  price?: Decimal | null;
  /** The moment it is about; in a replay long before it arrived. */
  market_time: string;
  status: 'RECEIVED' | 'EXECUTED' | 'REFUSED' | 'IGNORED' | 'EXPIRED' | string;
  reasons?: string[];
  order_id?: string | null;
  received_at: string;
}

export type FillTiming = 'next_open' | 'signal_close';

export interface RunRequest {
  name?: string;
  indicator_id: 'ema_crossover';
  parameters: { fast: number; slow: number };
  instrument: string;
  timeframe: Interval;
  /** Left out: from the first, to the last stored candle. */
  from?: string;
  to?: string;
  initial_cash: Decimal;
  investment_pct: Decimal;
  long_tp_pct: Decimal;
  long_sl_pct: Decimal;
  fill: FillTiming;
}

/** The request with everything that was left out filled in. */
export interface RunPlan extends RunRequest {
  from: string;
  to: string;
  candles: number;
  slippage_bp: Decimal;
  fee_pct: Decimal;
}

export type RunStatus = 'QUEUED' | 'RUNNING' | 'COMPLETED' | 'FAILED';

export interface Trade {
  number: number;
  side: 'LONG' | 'SHORT';
  quantity: Decimal;
  entry_time: string;
  entry_price: Decimal;
  exit_time?: string | null;
  exit_price?: Decimal | null;
  pnl: Decimal;
  fees: Decimal;
  exit_reason?: 'SIGNAL' | 'TAKE_PROFIT' | 'STOP_LOSS' | string | null;
}

export interface Run {
  run_id: string;
  name: string;
  status: RunStatus;
  progress: number;
  request: RunPlan;
  figures?: Record<string, unknown>;
  error?: string | null;
  created_at: string;
  finished_at?: string | null;
  /** Left out in lists, with the trades. */
  equity_curve?: [string, Decimal][];
  trades?: Trade[];
  /** For the trades after these. */
  trades_cursor?: string | null;
}

export interface Telegram {
  /** False when the installation has no bot. */
  enabled: boolean;
  state: 'off' | 'starting' | 'working' | 'away' | 'polled_elsewhere' | 'token_refused' | string;
  bot?: string | null;
  linked: boolean;
  /** The end of the linked chat's number. */
  chat?: string | null;
  linked_at?: string | null;
}

export interface TelegramLink {
  link: string;
  code: string;
  expires_at: string;
}

export interface Invite {
  invite_id: string;
  /** Stands in the answer to the making only. */
  code?: string;
  role: string;
  expires_at: string;
  used: boolean;
}
