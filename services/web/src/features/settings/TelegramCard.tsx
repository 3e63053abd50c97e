import type { Telegram } from '../../api/types';
import { usePreferences } from '../../lib/preferences';
import { useTexts } from '../../lib/texts';
import { showTime } from '../../lib/time';
import { Button } from '../../ui/Button';
import { Card, Note, Skeleton } from '../../ui/Card';
import { CopyField } from '../../ui/CopyField';
import { Icon } from '../../ui/Icon';
import { ProblemNote } from '../../ui/ProblemNote';
import { toast } from '../../ui/Toast';
import { useCutTelegram, useLinkTelegram, useTelegram, useTestTelegram } from './queries';
import { settingsTexts } from './texts';

export function TelegramCard() {
  const t = useTexts(settingsTexts);
  const telegram = useTelegram();
  return (
    <Card title={t.telegram} testId="telegram">
      {telegram.isPending && <Skeleton height={80} />}
      {!telegram.data && <ProblemNote problem={telegram.error} onRetry={() => void telegram.refetch()} />}
      {telegram.data && <State telegram={telegram.data} />}
    </Card>
  );
}

function State({ telegram }: { telegram: Telegram }) {
  const t = useTexts(settingsTexts);
  if (!telegram.enabled) return <p className="soft">{t.telegramNone}</p>;
  return (
    <div className="stack">
      {telegram.state === 'away' && <Note tone="care" icon="offline">{t.telegramAway}</Note>}
      {telegram.linked ? <Linked chat={telegram.chat ?? ''} /> : <Unlinked />}
    </div>
  );
}

function Linked({ chat }: { chat: string }) {
  const t = useTexts(settingsTexts);
  const test = useTestTelegram();
  const cut = useCutTelegram();
  return (
    <div className="stack">
      <p>{t.telegramOn(chat)}</p>
      <ProblemNote problem={test.error ?? cut.error} />
      <Button icon="send" block busy={test.isPending} onClick={() => test.mutate(undefined, { onSuccess: () => toast(t.telegramTested) })}>
        {t.telegramTest}
      </Button>
      <Button look="danger" block busy={cut.isPending} onClick={() => cut.mutate(undefined, { onSuccess: () => toast(t.telegramCut) })}>
        {t.telegramOff}
      </Button>
    </div>
  );
}

function Unlinked() {
  const t = useTexts(settingsTexts);
  const { locale, zone } = usePreferences();
  const link = useLinkTelegram();
  const made = link.data;
  return (
    <div className="stack">
      <p className="soft">{t.telegramWhat}</p>
      <ProblemNote problem={link.error} />
      {!made && <Button icon="send" block busy={link.isPending} onClick={() => link.mutate()}>{t.telegramLink}</Button>}
      {made?.link && (
        <a className="button primary block" href={made.link} target="_blank" rel="noreferrer">
          <Icon name="send" size={18} />
          {t.telegramOpen}
        </a>
      )}
      {made?.code && <CopyField label={t.telegramCode} value={made.code} />}
      {made && (
        <p className="soft small">
          {t.telegramHow} {made.expires_at && t.telegramUntil(showTime(made.expires_at, 'minute', locale, zone))}
        </p>
      )}
    </div>
  );
}
