import type { IconName } from '../ui/Icon';

export type Section = 'home' | 'trade' | 'orders' | 'positions' | 'strategies' | 'backtest' | 'settings' | 'more';

export const SECTIONS: Record<Section, { to: string; icon: IconName }> = {
  home: { to: '/', icon: 'home' },
  trade: { to: '/trade', icon: 'chart' },
  orders: { to: '/orders', icon: 'list' },
  positions: { to: '/positions', icon: 'wallet' },
  strategies: { to: '/strategies', icon: 'bolt' },
  backtest: { to: '/backtest', icon: 'flask' },
  settings: { to: '/settings', icon: 'gear' },
  more: { to: '/more', icon: 'more' },
};
