import { useState } from 'react';
import { describe } from '../../api/reads';
import type { Account } from '../../api/types';
import { exact, money, withCurrency } from '../../lib/format';
import { usePreferences } from '../../lib/preferences';
import { navigate } from '../../lib/router';
import { sayServer } from '../../lib/serverWords';
import { wordOf } from '../../lib/templateTexts';
import { useTexts } from '../../lib/texts';
import { showTime } from '../../lib/time';
import { Button } from '../../ui/Button';
import { Card, Note, Skeleton } from '../../ui/Card';
import { ProblemNote } from '../../ui/ProblemNote';
import { Sheet } from '../../ui/Sheet';
import { toast } from '../../ui/Toast';
import './account.css';
import { EnvironmentBadge, StandingBadge } from './AccountsPage';
import { DifferencesCard } from './DifferencesCard';
import { nameOf, standingOf } from './draft';
import { useAccount, useBalance, useRemoveAccount, useResumeAccount, useTestAccount } from './queries';
import { accountTexts } from './texts';

export function AccountPage({ id }: { id: string }) {
  const found = useAccount(id);
  if (found.isPending) return <Card><Skeleton height={160} /></Card>;
  if (!found.data) return <Card><ProblemNote problem={found.error} onRetry={() => void found.refetch()} /></Card>;
  return <Details account={found.data} />;
}

function Details({ account }: { account: Account }) {
  const t = useTexts(accountTexts);
  const name = nameOf(account, t);
  return (
    <div data-testid="account-page">
      <div className="page-head">
        <div className="row wrap grow"><h1>{name}</h1><EnvironmentBadge account={account} /></div>
        <StandingBadge account={account} />
      </div>
      <div className="columns">
        <div>
          <Standing account={account} />
          {account.broker !== 'PAPER' && <DifferencesCard account={account} />}
          <BalanceCard id={account.account_id} />
        </div>
        <div>
          <Facts account={account} />
          {!account.is_default && <Removal account={account} name={name} />}
        </div>
      </div>
    </div>
  );
}

/** Why it is not simply ready, and what to do about it. */
function Standing({ account }: { account: Account }) {
  const t = useTexts(accountTexts);
  const resume = useResumeAccount();
  const standing = standingOf(account);
  if (standing === 'open') return null;
  return (
    <>
      <Note tone={standing === 'comparing' || standing === 'untested' ? 'care' : 'bad'} icon="alert">
        <div className="stack">
          <p>{t.standingNotes[standing]}</p>
          {standing === 'reconcile_only' && (
            <Button
              size="small" busy={resume.isPending}
              onClick={() => resume.mutate(account.account_id, { onSuccess: () => toast(t.resumed) })}
            >
              {t.resume}
            </Button>
          )}
        </div>
      </Note>
      <ProblemNote problem={resume.error} />
    </>
  );
}

function Facts({ account }: { account: Account }) {
  const t = useTexts(accountTexts);
  const { locale, zone } = usePreferences();
  const test = useTestAccount();
  const at = (time: string): string => showTime(time, 'moment', locale, zone);
  const tested = account.tested_at ? (account.test_passed ? t.testPassed(at(account.tested_at)) : t.testFailed(at(account.tested_at))) : t.testNever;
  return (
    <Card title={t.facts} testId="account-facts">
      <div className="stack wide">
        <dl className="pairs">
          <div><dt>{t.broker}</dt><dd>{wordOf(t.brokers, account.broker)}</dd></div>
          <div><dt>{t.environment}</dt><dd>{t.environments[account.environment]}</dd></div>
          {account.key_hint && <div><dt>{t.key}</dt><dd className="num">…{account.key_hint}</dd></div>}
          <div><dt>{t.tested}</dt><dd>{tested}</dd></div>
          {account.reconciled_at && <div><dt>{t.reconciled}</dt><dd>{at(account.reconciled_at)}</dd></div>}
          <div><dt>{t.since}</dt><dd>{showTime(account.created_at, 'day', locale, zone)}</dd></div>
        </dl>
        <ProblemNote problem={test.error} />
        {test.data && (
          <Note tone={test.data.ok ? '' : 'bad'} icon={test.data.ok ? 'check' : 'alert'}>
            <p className="strong">{test.data.ok ? t.testOk(exact(String(test.data.latency_ms))) : t.testBad}</p>
            {test.data.ok && <p>{t.permissions(test.data.permissions.map((one) => wordOf(t.permissionNames, one)).join(', '))}</p>}
            {test.data.warnings.map((one) => <p key={one}>{sayServer(one, locale)}</p>)}
          </Note>
        )}
        <Button icon="link" block busy={test.isPending} onClick={() => test.mutate(account.account_id)}>{t.test}</Button>
      </div>
    </Card>
  );
}

function BalanceCard({ id }: { id: string }) {
  const t = useTexts(accountTexts);
  const found = useBalance(id);
  return (
    <Card title={t.balance} testId="balance">
      {found.isPending && <Skeleton height={60} />}
      <ProblemNote problem={found.data ? null : found.error} onRetry={() => void found.refetch()} />
      {found.data?.cash.length === 0 && <p className="soft">{t.noCash}</p>}
      <dl className="pairs">
        {found.data?.cash.map((one) => (
          <div key={one.currency}>
            <dt>{one.currency}</dt>
            <dd>
              <span className="num">{withCurrency(money(one.total, one.currency), one.currency)}</span>
              <br />
              <span className="num small soft">{t.available(withCurrency(money(one.available, one.currency), one.currency))}</span>
            </dd>
          </div>
        ))}
        {found.data?.holdings.map((one) => (
          <div key={one.instrument}>
            <dt>{describe(one.instrument, undefined).label}</dt>
            <dd className="num">{exact(one.quantity)}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

function Removal({ account, name }: { account: Account; name: string }) {
  const t = useTexts(accountTexts);
  const remove = useRemoveAccount();
  const [asking, setAsking] = useState(false);
  const go = (): void =>
    remove.mutate(account.account_id, {
      onSuccess: () => {
        toast(t.removed);
        navigate('/accounts', { replace: true });
      },
    });
  return (
    <>
      <Button look="danger" block onClick={() => setAsking(true)}>{t.remove}</Button>
      {asking && (
        <Sheet title={t.remove} onClose={() => setAsking(false)}>
          <div className="stack wide">
            <p>{t.removeAsk(name)}</p>
            <ProblemNote problem={remove.error} />
            <Button look="danger" size="large" block busy={remove.isPending} onClick={go}>{t.remove}</Button>
          </div>
        </Sheet>
      )}
    </>
  );
}
