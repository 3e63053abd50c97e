import { useSyncExternalStore } from 'react';
import type { Mode } from '../api/types';
import { usePreferences } from '../lib/preferences';
import { useTexts } from '../lib/texts';
import { showTime } from '../lib/time';
import { useSocketStatus } from '../live/live';
import { Badge } from '../ui/Card';
import { Icon } from '../ui/Icon';
import { appTexts } from './texts';

/** On every page and in words: whether this is real money. */
export function ModeBadge({ mode }: { mode: Mode }) {
  const t = useTexts(appTexts);
  return mode === 'PAPER' ? (
    <span className="mode" title={t.paperLong} data-testid="mode">
      <Badge tone="amber">{t.paper}</Badge>
    </span>
  ) : (
    <span className="mode" title={t.realLong} data-testid="mode">
      <Badge tone="red">{t.real}</Badge>
    </span>
  );
}

export function ModeStrip({ mode }: { mode: Mode }) {
  const t = useTexts(appTexts);
  return (
    <div className={mode === 'PAPER' ? 'strip paper' : 'strip real'}>
      <ModeBadge mode={mode} />
      <p>{mode === 'PAPER' ? t.paperLong : t.realLong}</p>
    </div>
  );
}

const watchNetwork = (listener: () => void): (() => void) => {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
};

/** Whether what is shown moves by itself; `quiet` says nothing while all is well. */
export function LiveState({ quiet }: { quiet?: boolean }) {
  const t = useTexts(appTexts);
  const { locale, zone } = usePreferences();
  const status = useSocketStatus();
  const online = useSyncExternalStore(watchNetwork, () => navigator.onLine);
  if (status.awaySince || !online) {
    const since = status.awaySince ? showTime(status.awaySince, 'minute', locale, zone) : '';
    return (
      <span className="live-state away" role="status" title={online ? t.away(since) : t.offline}>
        <Icon name="offline" size={16} />
        <span>{since ? t.awayShort(since) : t.connecting}</span>
      </span>
    );
  }
  if (quiet) return null;
  return (
    <span className="live-state">
      <span className="dot" />
      {status.state === 'live' ? t.live : t.connecting}
    </span>
  );
}
