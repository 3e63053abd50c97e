import type { DeviceSession } from '../../api/types';
import { usePreferences } from '../../lib/preferences';
import { useTexts } from '../../lib/texts';
import { showTime } from '../../lib/time';
import { Button } from '../../ui/Button';
import { Badge, Card, SkeletonRows } from '../../ui/Card';
import { Icon } from '../../ui/Icon';
import { ProblemNote } from '../../ui/ProblemNote';
import { toast } from '../../ui/Toast';
import { useEndSession, useSessions } from './queries';
import { settingsTexts } from './texts';

export function SessionsCard() {
  const t = useTexts(settingsTexts);
  const sessions = useSessions();
  return (
    <Card title={t.sessions} testId="sessions">
      {sessions.isPending && <SkeletonRows count={1} />}
      <ProblemNote problem={sessions.data ? null : sessions.error} onRetry={() => void sessions.refetch()} />
      {(sessions.data ?? []).map((one) => <Device key={one.session_id} session={one} />)}
    </Card>
  );
}

/** "Chrome · Android" out of what a browser says of itself. */
function deviceName(agent: string | undefined): string {
  if (!agent) return '';
  const browser = [['Edg/', 'Edge'], ['SamsungBrowser', 'Samsung'], ['Firefox', 'Firefox'], ['Chrome', 'Chrome'], ['Safari', 'Safari']].find(
    ([sign]) => agent.includes(sign ?? ''),
  )?.[1];
  const system = [['Android', 'Android'], ['iPhone', 'iPhone'], ['iPad', 'iPad'], ['Mac OS', 'Mac'], ['Windows', 'Windows'], ['Linux', 'Linux']].find(
    ([sign]) => agent.includes(sign ?? ''),
  )?.[1];
  return [browser, system].filter(Boolean).join(' · ') || agent.slice(0, 40);
}

function Device({ session }: { session: DeviceSession }) {
  const t = useTexts(settingsTexts);
  const { locale, zone } = usePreferences();
  const end = useEndSession();
  return (
    <div className="device">
      <span className="mark"><Icon name="device" size={20} /></span>
      <div className="grow">
        <p className="row wrap">
          <span className="strong">{deviceName(session.user_agent) || t.unknownDevice}</span>
          {session.current && <Badge tone="brand">{t.thisDevice}</Badge>}
        </p>
        <p className="small soft num">{t.since(showTime(session.created_at, 'moment', locale, zone))}</p>
      </div>
      {!session.current && (
        <Button
          size="small" busy={end.isPending}
          onClick={() => end.mutate(session.session_id, { onSuccess: () => toast(t.endedSession) })}
        >
          {t.endSession}
        </Button>
      )}
    </div>
  );
}
