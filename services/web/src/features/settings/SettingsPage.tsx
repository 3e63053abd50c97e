import { useMe } from '../../api/reads';
import { type Locale, type Theme, type UpDown, usePreferences } from '../../lib/preferences';
import { useTexts } from '../../lib/texts';
import { Button } from '../../ui/Button';
import { Card, Skeleton } from '../../ui/Card';
import { Segments } from '../../ui/Choice';
import { SelectField } from '../../ui/Field';
import { Change } from '../../ui/Figures';
import { ProblemNote } from '../../ui/ProblemNote';
import { InviteCard } from './InviteCard';
import { useChangePreferences } from './preferences';
import { useSignOut } from './queries';
import { SessionsCard } from './SessionsCard';
import './settings.css';
import { TelegramCard } from './TelegramCard';
import { settingsTexts } from './texts';

export function SettingsPage() {
  const t = useTexts(settingsTexts);
  const me = useMe();
  const leads = me.data?.role === 'super_admin' || me.data?.role === 'admin';
  return (
    <>
      <div className="page-head wide-only"><h1>{t.settings}</h1></div>
      <div className="columns even">
        <div>
          <DisplayCard />
          <AccountCard />
        </div>
        <div>
          <TelegramCard />
          {leads && <InviteCard />}
          <SessionsCard />
        </div>
      </div>
    </>
  );
}

const ZONES = [
  'Asia/Seoul', 'Asia/Tokyo', 'Asia/Shanghai', 'Asia/Singapore', 'Australia/Sydney', 'Europe/London', 'Europe/Berlin',
  'America/New_York', 'America/Chicago', 'America/Los_Angeles', 'UTC',
];

function DisplayCard() {
  const t = useTexts(settingsTexts);
  const { locale, theme, upDown, zone } = usePreferences();
  const { change, problem } = useChangePreferences();
  const zones = ZONES.includes(zone) ? ZONES : [zone, ...ZONES];
  return (
    <Card title={t.display} testId="display">
      <div className="stack" style={{ gap: 20 }}>
        <Setting label={t.language}>
          <Segments<Locale>
            label={t.language} value={locale} onChange={(next) => change({ locale: next })}
            options={[{ value: 'ko', label: t.languages.ko }, { value: 'en', label: t.languages.en }]}
          />
        </Setting>
        <Setting label={t.theme}>
          <Segments<Theme>
            label={t.theme} value={theme} onChange={(next) => change({ theme: next })}
            options={(['system', 'light', 'dark'] as const).map((value) => ({ value, label: t.themes[value] }))}
          />
        </Setting>
        <Setting label={t.colours}>
          <Segments<UpDown>
            label={t.colours} value={upDown} onChange={(next) => change({ upDown: next })}
            options={(['korean', 'western'] as const).map((value) => ({ value, label: t.upDowns[value] }))}
          />
          <p className="row between small">
            <span className="soft">{t.coloursHint[upDown]}</span>
            <span className="row strong"><Change value="1">+1.25%</Change><Change value="-1">−0.80%</Change></span>
          </p>
        </Setting>
        <SelectField
          label={t.zone} value={zone} hint={t.zoneHint} onText={(next) => change({ zone: next })}
          options={zones.map((one) => ({ value: one, label: one.replace('_', ' ') }))}
        />
        <ProblemNote problem={problem} />
      </div>
    </Card>
  );
}

function Setting({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className="field">
      <span className="field-label" aria-hidden="true">{label}</span>
      {children}
    </div>
  );
}

function AccountCard() {
  const t = useTexts(settingsTexts);
  const me = useMe();
  const signOut = useSignOut();
  return (
    <Card title={t.account} testId="account">
      <div className="stack wide">
        {!me.data && <Skeleton height={90} />}
        <ProblemNote problem={me.data ? null : me.error} />
        {me.data && (
          <dl className="pairs">
            <div><dt>{t.name}</dt><dd>{me.data.name}</dd></div>
            <div><dt>{t.username}</dt><dd>{me.data.username}</dd></div>
            <div><dt>{t.email}</dt><dd>{me.data.email}</dd></div>
            <div><dt>{t.role}</dt><dd>{(t.roles as Record<string, string>)[me.data.role] ?? me.data.role}</dd></div>
          </dl>
        )}
        <Button icon="door" block busy={signOut.isPending} onClick={() => signOut.mutate()}>{t.signOut}</Button>
      </div>
    </Card>
  );
}
