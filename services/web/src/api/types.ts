/**
 * The interface of the running suite under the names the page uses: aliases of what `npm run generate` makes of the services'
 * own description (`/api/v1/openapi.yml`). Decimals are strings, times are ISO-8601 with Z.
 */
import type { components } from './generated/moa';

type Schemas = components['schemas'];

/** One body serves for reading, where everything is there, and for changing, where what is left out stays. */
type Complete<T> = { [K in keyof T]-?: NonNullable<T[K]> };

export interface List<T> {
  items: T[];
  next_cursor?: string | null;
}

export type Setup = Schemas['auth_RegistrationController.SetupView'];
/** No server of this version asks for a second factor; one that does answers this instead of tokens. */
export type Tokens = Schemas['auth_SignInController.TokenView'] & { mfa_required?: boolean };
export type Me = Schemas['auth_ProfileController.MeView'];
export type Settings = Complete<Schemas['auth_Preferences']>;
export type DeviceSession = Schemas['auth_SessionsController.SessionView'];
export type Invite = Schemas['auth_InviteController.InviteView'];

export type Mode = Schemas['trading_TradingModeController.ModeView']['mode'];
export type Account = Schemas['trading_AccountView'];
export type AccountWish = Schemas['trading_RegisterAccount'];
export type AccountTest = Schemas['trading_TestView'];
export type Balance = Schemas['trading_BalanceView'];
export type Difference = Schemas['trading_Quarantine'];
export type Settlement = Schemas['trading_Settlement'];
export type Side = Schemas['trading_Side'];
export type Summary = Schemas['trading_SummaryView'];
export type InCurrency = Schemas['trading_SummaryView.InCurrency'];
export type Position = Schemas['trading_PositionView'];
export type ClosePosition = Schemas['trading_ClosePositionRequest'];
export type Protection = Schemas['trading_StoredProtection'];
export type OrderStatus = Schemas['trading_OrderStatus'];
export type Order = Schemas['trading_OrderView'];
export type Fill = Schemas['trading_OrderView.FillView'];
export type PlaceOrder = Schemas['trading_PlaceOrderRequest'];
export type Leverage = Schemas['trading_LeverageController.LeverageView'];
export type Preview = Schemas['trading_OrderPreview'];
export type Amendment = Schemas['trading_AmendOrderRequest'];
export type Placed = Schemas['trading_OrderView.Placed'];
export type RiskStatus = Schemas['trading_StatusView'];
export type RiskChange = Schemas['trading_RiskViews.ChangeView'];
export type KillSwitchReport = Schemas['trading_KillSwitchReport'];
export type Approval = Schemas['trading_ApprovalView'];
export type Performance = Schemas['trading_PerformanceView'];
export type Analytics = Schemas['trading_AnalyticsView'];
export type PeriodRows = Schemas['trading_PeriodView.Rows'];
export type PeriodRow = Schemas['trading_PeriodView'];
export type RateWish = Schemas['trading_RateRequest'];
export type StrategyDraft = Schemas['trading_StrategyRequest'];
export type Strategy = Schemas['trading_StrategyView'];
export type SizingWish = Schemas['trading_SizingRequest'];
export type RiskEstimate = Schemas['trading_RiskSimulationView'];
export type Webhook = Schemas['trading_WebhookController.Made'];
export type WebhookState = Schemas['trading_WebhookController.State'];
export type WebhookWish = Schemas['trading_WebhookController.WebhookRequest'];
export type Signal = Schemas['trading_SignalView'];

export type Instrument = Schemas['market_InstrumentsView.InstrumentView'];
/** Also the message `price_update` of the socket. */
export type Quote = Schemas['market_LiveMessages.Quote'];
export type Orderbook = Schemas['market_OrderbookView'];
export type Feed = Schemas['market_FeedsView.FeedView'];
export type Chart = Schemas['market_ChartView'];
export type Interval = Chart['interval'];
/** `[open time, open, high, low, close, volume]` */
export type Candle = Chart['candles'][number];

export type Template = Schemas['backtest_TemplateView'];
export type RunRequest = Schemas['backtest_BacktestRequest'];
export type Run = Schemas['backtest_ResultView'];
export type RunStatus = Run['status'];
export type FillTiming = Run['request']['fill'];
export type Figures = Schemas['backtest_Figures'];
export type Trade = Schemas['backtest_Trade'];
export type RunTaken = Schemas['backtest_BacktestController.Taken'];

export type Telegram = Schemas['notification_TelegramView'];
export type TelegramLink = Schemas['notification_TelegramView.LinkView'];
