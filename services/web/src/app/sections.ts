import type { IconName } from '../ui/Icon';

export type Section = 'home' | 'trade' | 'orders' | 'positions' | 'strategies' | 'performance' | 'risk' | 'approvals' | 'backtest' | 'accounts' | 'settings' | 'more';

export const SECTIONS: Record<Section, { to: string; icon: IconName }> = {
  home: { to: '/', icon: 'home' },
  trade: { to: '/trade', icon: 'chart' },
  orders: { to: '/orders', icon: 'list' },
  positions: { to: '/positions', icon: 'wallet' },
  strategies: { to: '/strategies', icon: 'bolt' },
  risk: { to: '/risk', icon: 'shield' },
  approvals: { to: '/approvals', icon: 'hand' },
  performance: { to: '/performance', icon: 'trend' },
  backtest: { to: '/backtest', icon: 'flask' },
  accounts: { to: '/accounts', icon: 'bank' },
  settings: { to: '/settings', icon: 'gear' },
  more: { to: '/more', icon: 'more' },
};
