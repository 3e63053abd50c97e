import { useSyncExternalStore } from 'react';
import type { Mode } from '../api/types';
import { usePreferences } from '../lib/preferences';
import { Link } from '../lib/router';
import { useTexts } from '../lib/texts';
import { showTime } from '../lib/time';
import { useSocketStatus } from '../live/live';
import { Badge, Skeleton } from '../ui/Card';
import { Icon } from '../ui/Icon';
import { appTexts } from './texts';

/** On every page and in words: whether this is real money. Nothing is claimed before the server has said so. */
export function ModeBadge({ mode }: { mode: Mode | undefined }) {
  const t = useTexts(appTexts);
  if (!mode) return <Skeleton width={58} height={24} />;
  const paper = mode === 'PAPER';
  return (
    <Link to="/accounts" className="mode" title={paper ? t.paperLong : t.realLong} data-testid="mode">
      <Badge tone={paper ? 'amber' : 'red'}><Icon name={paper ? 'flask' : 'alert'} size={15} />{paper ? t.paper : t.real}</Badge>
    </Link>
  );
}

export function ModeStrip({ mode }: { mode: Mode | undefined }) {
  const t = useTexts(appTexts);
  return (
    <div className={mode === 'REAL' ? 'strip real' : 'strip paper'}>
      <ModeBadge mode={mode} />
      {mode && <p>{mode === 'PAPER' ? t.paperLong : t.realLong}</p>}
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
