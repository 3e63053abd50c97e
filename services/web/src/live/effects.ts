import { keys, type QueryKey } from '../api/keys';
import type { Quote } from '../api/types';
import { marks, prices, progress } from './prices';

export interface LiveEvent {
  event: string;
  seq?: number;
  data: Record<string, unknown>;
}

const RUNNING = new Set(['QUEUED', 'RUNNING']);

/** Which answers of the API an event made stale. The page reads them again; it never edits them itself. */
export function staleAfter({ event, data }: LiveEvent): QueryKey[] {
  switch (event) {
    case 'order_update':
      return [keys.orders, keys.summary];
    case 'order_filled':
      return [keys.orders, keys.positions, keys.summary];
    case 'portfolio_update':
      return [keys.summary, keys.positions];
    case 'position_update':
      return isMark(data) ? [keys.summary] : [keys.positions, keys.summary];
    case 'backtest_progress':
      return RUNNING.has(text(data['status'])) ? [] : [keys.runs];
    case 'signal_received':
    case 'signal_refused':
      return [keys.signals];
    case 'approval_requested':
    case 'approval_decided':
      return [keys.approvals, keys.signals];
    case 'resync_required':
      return [keys.mode, keys.accounts, keys.orders, keys.positions, keys.summary, keys.runs, keys.strategies, keys.signals, keys.approvals, keys.risk];
    default:
      return [];
  }
}

/** A position at another price; a changed position comes with its quantity. */
function isMark(data: LiveEvent['data']): boolean {
  return !('quantity' in data);
}

/** A mark only moves a sum that is shown; everything else is a fact somebody waits for. */
export function isUrgent({ event, data }: LiveEvent): boolean {
  return event !== 'position_update' || !isMark(data);
}

const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

/** Values that are only worth their moment go straight to where they are shown. */
export function takeLatest(message: LiveEvent, now: number): void {
  const { data } = message;
  if (message.event === 'price_update' && text(data['price'])) {
    prices.set(text(data['instrument']), data as unknown as Quote);
  }
  if (message.event === 'position_update' && text(data['unrealized_pnl'])) {
    marks.set(text(data['position_id']), {
      unrealized_pnl: text(data['unrealized_pnl']),
      pnl_percentage: text(data['pnl_percentage']),
      current_price: text(data['current_price']),
      receivedAt: now,
    });
  }
  if (message.event === 'backtest_progress') progress.set(text(data['run_id']), text(data['progress']));
}
