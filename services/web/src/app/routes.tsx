import { lazy, type ReactNode } from 'react';
import { match } from '../lib/router';
import { HomePage } from './pages/HomePage';
import { MorePage } from './pages/MorePage';
import { NotFoundPage } from './pages/NotFoundPage';
import type { Section } from './sections';

const parts = {
  TradePage: () => import('./pages/TradePage'),
  OrdersPage: () => import('../features/order/OrdersPage'),
  PositionsPage: () => import('./pages/PositionsPage'),
  StrategiesPage: () => import('../features/strategy/StrategiesPage'),
  StrategyPage: () => import('../features/strategy/StrategyPage'),
  EditStrategyPage: () => import('../features/strategy/EditStrategyPage'),
  NewStrategyPage: () => import('../features/strategy/NewStrategyPage'),
  BacktestPage: () => import('../features/backtest/BacktestPage'),
  RunPage: () => import('../features/backtest/RunPage'),
  PerformancePage: () => import('../features/performance/PerformancePage'),
  RiskPage: () => import('../features/risk/RiskPage'),
  ApprovalsPage: () => import('../features/approval/ApprovalsPage'),
  AccountsPage: () => import('../features/account/AccountsPage'),
  AccountPage: () => import('../features/account/AccountPage'),
  SignalsPage: () => import('../features/strategy/SignalsPage'),
  SettingsPage: () => import('../features/settings/SettingsPage'),
};

const TradePage = lazy(() => parts.TradePage().then((part) => ({ default: part.TradePage })));
const OrdersPage = lazy(() => parts.OrdersPage().then((part) => ({ default: part.OrdersPage })));
const PositionsPage = lazy(() => parts.PositionsPage().then((part) => ({ default: part.PositionsPage })));
const StrategiesPage = lazy(() => parts.StrategiesPage().then((part) => ({ default: part.StrategiesPage })));
const StrategyPage = lazy(() => parts.StrategyPage().then((part) => ({ default: part.StrategyPage })));
const EditStrategyPage = lazy(() => parts.EditStrategyPage().then((part) => ({ default: part.EditStrategyPage })));
const NewStrategyPage = lazy(() => parts.NewStrategyPage().then((part) => ({ default: part.NewStrategyPage })));
const BacktestPage = lazy(() => parts.BacktestPage().then((part) => ({ default: part.BacktestPage })));
const RunPage = lazy(() => parts.RunPage().then((part) => ({ default: part.RunPage })));
const PerformancePage = lazy(() => parts.PerformancePage().then((part) => ({ default: part.PerformancePage })));
const RiskPage = lazy(() => parts.RiskPage().then((part) => ({ default: part.RiskPage })));
const ApprovalsPage = lazy(() => parts.ApprovalsPage().then((part) => ({ default: part.ApprovalsPage })));
const AccountsPage = lazy(() => parts.AccountsPage().then((part) => ({ default: part.AccountsPage })));
const AccountPage = lazy(() => parts.AccountPage().then((part) => ({ default: part.AccountPage })));
const SignalsPage = lazy(() => parts.SignalsPage().then((part) => ({ default: part.SignalsPage })));
const SettingsPage = lazy(() => parts.SettingsPage().then((part) => ({ default: part.SettingsPage })));

/** Fetches every page while nobody waits, so that one can be opened where the network has holes. */
export function fetchAhead(): void {
  const fetchAll = (): void => {
    for (const part of Object.values(parts)) part().catch(() => undefined);
  };
  setTimeout(fetchAll, 1500);
}

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
  { pattern: '/strategies/:id/edit', section: 'strategies', up: '/strategies', page: (found) => <EditStrategyPage id={found['id'] ?? ''} /> },
  { pattern: '/strategies/:id', section: 'strategies', up: '/strategies', page: (found) => <StrategyPage id={found['id'] ?? ''} /> },
  { pattern: '/signals', section: 'strategies', up: '/strategies', page: () => <SignalsPage /> },
  { pattern: '/backtest', section: 'backtest', up: '/more', page: () => <BacktestPage /> },
  { pattern: '/backtest/:id', section: 'backtest', up: '/backtest', page: (found) => <RunPage id={found['id'] ?? ''} /> },
  { pattern: '/performance', section: 'performance', up: '/more', page: () => <PerformancePage /> },
  { pattern: '/risk', section: 'risk', up: '/more', page: () => <RiskPage /> },
  { pattern: '/approvals', section: 'approvals', up: '/more', page: () => <ApprovalsPage /> },
  { pattern: '/accounts', section: 'accounts', up: '/more', page: () => <AccountsPage /> },
  { pattern: '/accounts/:id', section: 'accounts', up: '/accounts', page: (found) => <AccountPage id={found['id'] ?? ''} /> },
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
