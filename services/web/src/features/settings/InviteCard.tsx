import { usePreferences } from '../../lib/preferences';
import { useTexts } from '../../lib/texts';
import { showTime } from '../../lib/time';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { CopyField } from '../../ui/CopyField';
import { ProblemNote } from '../../ui/ProblemNote';
import { useInvite } from './queries';
import { settingsTexts } from './texts';

export function InviteCard() {
  const t = useTexts(settingsTexts);
  const { locale, zone } = usePreferences();
  const invite = useInvite();
  const code = invite.data?.code;
  return (
    <Card title={t.invite} testId="invite">
      <div className="stack">
        <p className="soft">{t.inviteWhat}</p>
        {code && (
          <>
            <CopyField label={t.inviteCode} value={code} />
            <CopyField label={t.inviteLink} value={`${location.origin}/register?invite=${encodeURIComponent(code)}`} />
            {invite.data?.expires_at && (
              <p className="soft small">{t.inviteUntil(showTime(invite.data.expires_at, 'moment', locale, zone))}</p>
            )}
          </>
        )}
        <ProblemNote problem={invite.error} />
        <Button icon="people" block busy={invite.isPending} onClick={() => invite.mutate()}>{t.inviteMake}</Button>
      </div>
    </Card>
  );
}
