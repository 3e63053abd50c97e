import { lazy, type ReactNode } from 'react';
import { match } from '../lib/router';
import { HomePage } from './pages/HomePage';
import { MorePage } from './pages/MorePage';
import { NotFoundPage } from './pages/NotFoundPage';
import type { Section } from './sections';

const TradePage = lazy(() => import('./pages/TradePage').then((m) => ({ default: m.TradePage })));
const OrdersPage = lazy(() => import('../features/order/OrdersPage').then((m) => ({ default: m.OrdersPage })));
const PositionsPage = lazy(() => import('./pages/PositionsPage').then((m) => ({ default: m.PositionsPage })));
const StrategiesPage = lazy(() => import('../features/strategy/StrategiesPage').then((m) => ({ default: m.StrategiesPage })));
const StrategyPage = lazy(() => import('../features/strategy/StrategyPage').then((m) => ({ default: m.StrategyPage })));
const NewStrategyPage = lazy(() => import('../features/strategy/NewStrategyPage').then((m) => ({ default: m.NewStrategyPage })));
const BacktestPage = lazy(() => import('../features/backtest/BacktestPage').then((m) => ({ default: m.BacktestPage })));
const RunPage = lazy(() => import('../features/backtest/RunPage').then((m) => ({ default: m.RunPage })));
const SettingsPage = lazy(() => import('../features/settings/SettingsPage').then((m) => ({ default: m.SettingsPage })));

interface Route {
  pattern: string;
  section: Section;
  /** Where "back" leads on a page below another. */
  up?: string;
  page: (found: Record<string, string>) => ReactNode;
}

const ROUTES: Route[] = [
  { pattern: '/', section: 'home', page: () => <HomePage /> },
  { pattern: '/trade', section: 'trade', page: () => <TradePage instrument={undefined} /> },
  { pattern: '/trade/:instrument', section: 'trade', page: (found) => <TradePage instrument={found['instrument']} /> },
  { pattern: '/orders', section: 'orders', page: () => <OrdersPage id={undefined} /> },
  { pattern: '/orders/:id', section: 'orders', up: '/orders', page: (found) => <OrdersPage id={found['id']} /> },
  { pattern: '/positions', section: 'positions', up: '/more', page: () => <PositionsPage /> },
  { pattern: '/strategies', section: 'strategies', page: () => <StrategiesPage /> },
  { pattern: '/strategies/new', section: 'strategies', up: '/strategies', page: () => <NewStrategyPage /> },
  { pattern: '/strategies/:id', section: 'strategies', up: '/strategies', page: (found) => <StrategyPage id={found['id'] ?? ''} /> },
  { pattern: '/backtest', section: 'backtest', up: '/more', page: () => <BacktestPage /> },
  { pattern: '/backtest/:id', section: 'backtest', up: '/backtest', page: (found) => <RunPage id={found['id'] ?? ''} /> },
  { pattern: '/settings', section: 'settings', up: '/more', page: () => <SettingsPage /> },
  { pattern: '/more', section: 'more', page: () => <MorePage /> },
];

export function routeFor(path: string): { section: Section; up: string | undefined; page: ReactNode } {
  for (const route of ROUTES) {
    const found = match(route.pattern, path);
    if (found) return { section: route.section, up: route.up, page: route.page(found) };
  }
  return { section: 'home', up: '/', page: <NotFoundPage /> };
}
