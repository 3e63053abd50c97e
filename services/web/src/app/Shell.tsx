import { Suspense, useCallback, useEffect, useRef } from 'react';
import { useMe, useMode } from '../api/reads';
import { useServerPreferences } from '../features/settings/preferences';
import { exact } from '../lib/format';
import { named } from '../lib/instrument';
import { isDecimal } from '../lib/decimal';
import { Link, usePlace } from '../lib/router';
import { useTexts } from '../lib/texts';
import type { LiveEvent } from '../live/effects';
import { useChannels, useLiveEvents } from '../live/live';
import { Skeleton } from '../ui/Card';
import { Icon, Logo } from '../ui/Icon';
import { toast } from '../ui/Toast';
import { Crash } from './Crash';
import { LiveState, ModeBadge, ModeStrip } from './Marks';
import { fetchAhead, routeFor } from './routes';
import { type Section, SECTIONS } from './sections';
import './shell.css';
import { appTexts } from './texts';
import { useIdle } from './useIdle';

const SIDE: Section[] = ['home', 'trade', 'orders', 'positions', 'strategies', 'approvals', 'performance', 'risk', 'backtest', 'accounts', 'settings'];
const BELOW: Section[] = ['home', 'trade', 'orders', 'strategies', 'more'];
/** Sections of the side menu that live under "more" on a phone. */
const UNDER_MORE = new Set<Section>(['positions', 'approvals', 'performance', 'risk', 'backtest', 'accounts', 'settings']);

const PRIVATE_CHANNELS = ['orders', 'positions', 'portfolio', 'backtests', 'ai_signals'];

function useFillToasts(): void {
  const t = useTexts(appTexts);
  const show = useCallback(
    ({ event, data }: LiveEvent) => {
      if (event !== 'order_filled') return;
      const number = (value: unknown): string => (isDecimal(String(value)) ? exact(String(value)) : String(value));
      const name = named(String(data['instrument'] ?? data['symbol'])).label;
      toast(t.filled(data['side'] === 'BUY' ? t.buy : t.sell, number(data['quantity']), name, number(data['price'])));
    },
    [t],
  );
  useLiveEvents(show);
}

function NavLink({ section, active }: { section: Section; active: boolean }) {
  const t = useTexts(appTexts);
  return (
    <Link to={SECTIONS[section].to} aria-current={active ? 'page' : undefined}>
      <Icon name={SECTIONS[section].icon} />
      <span>{t[section]}</span>
    </Link>
  );
}

/** Moves focus to the new page's beginning, so that a screen reader starts there. */
function usePageFocus(path: string) {
  const main = useRef<HTMLElement>(null);
  const before = useRef(path);
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    main.current?.focus({ preventScroll: true });
  }, [path]);
  return main;
}

export function Shell() {
  const t = useTexts(appTexts);
  const me = useMe();
  const { path } = usePlace();
  const { section, up, page } = routeFor(path);
  const main = usePageFocus(path);
  const mode = useMode();
  useChannels(PRIVATE_CHANNELS);
  useFillToasts();
  useServerPreferences();
  useIdle();
  useEffect(fetchAhead, []);
  useEffect(() => {
    document.title = `${t[section]} · Moa`;
  }, [t, section]);
  const below = UNDER_MORE.has(section) ? 'more' : section;
  return (
    <div className="shell">
      <a className="skip" href="#main">{t.skip}</a>
      <aside className="side">
        <Link to="/" className="brand" aria-label="Moa">
          <Logo />
          <span>Moa</span>
        </Link>
        <nav aria-label={t.mainMenu}>
          {SIDE.map((one) => <NavLink key={one} section={one} active={one === section} />)}
        </nav>
        <div className="side-foot">
          <ModeStrip mode={mode} />
          <LiveState />
          {me.data && <p className="cut strong">{me.data.name || me.data.username}</p>}
        </div>
      </aside>
      <header className="top">
        {up ? (
          <Link to={up} className="icon-button" aria-label={t.back}>
            <Icon name="back" />
          </Link>
        ) : (
          <Link to="/" className="brand" aria-label="Moa">
            <Logo size={26} />
          </Link>
        )}
        <h1 className="top-title">{t[section]}</h1>
        <LiveState quiet />
        <ModeBadge mode={mode} />
      </header>
      <main id="main" ref={main} tabIndex={-1}>
        <Crash key={path}>
          <Suspense fallback={<PageSkeleton />}>{page}</Suspense>
        </Crash>
      </main>
      <nav className="below" aria-label={t.mainMenu}>
        {BELOW.map((one) => <NavLink key={one} section={one} active={one === below} />)}
      </nav>
    </div>
  );
}

function PageSkeleton() {
  return (
    <div className="stack wide" aria-busy="true">
      <Skeleton width="40%" height={26} />
      <div className="card"><Skeleton height={160} /></div>
      <div className="card"><Skeleton height={90} /></div>
    </div>
  );
}
