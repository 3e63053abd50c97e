import { useState } from 'react';
import { useAccounts } from '../../api/reads';
import type { Account } from '../../api/types';
import { wordOf } from '../../lib/templateTexts';
import { Link } from '../../lib/router';
import { useTexts } from '../../lib/texts';
import { Button } from '../../ui/Button';
import { Badge, Card, Empty, SkeletonRows } from '../../ui/Card';
import { Icon } from '../../ui/Icon';
import { ProblemNote } from '../../ui/ProblemNote';
import './account.css';
import { AddAccountSheet } from './AddAccountSheet';
import { nameOf, type Standing, standingOf } from './draft';
import { ModeCard } from './ModeCard';
import { accountTexts } from './texts';

export function AccountsPage() {
  const t = useTexts(accountTexts);
  const accounts = useAccounts();
  const [adding, setAdding] = useState(false);
  return (
    <div data-testid="accounts">
      <div className="page-head wide-only"><h1>{t.accounts}</h1></div>
      <div className="columns beside-first">
        <div>
          <Card title={t.mine} testId="my-accounts">
            {accounts.isPending && <SkeletonRows count={2} />}
            <ProblemNote problem={accounts.data ? null : accounts.error} onRetry={() => void accounts.refetch()} />
            <div className="list">
              {(accounts.data ?? []).map((one) => <AccountRow key={one.account_id} account={one} />)}
            </div>
            {accounts.data && accounts.data.length <= 1 && <Empty icon="bank" what={t.only} next={t.onlyNext} />}
            {accounts.data && (
              <div className="card-foot"><Button icon="plus" block onClick={() => setAdding(true)}>{t.add}</Button></div>
            )}
          </Card>
        </div>
        <div><ModeCard accounts={accounts.data ?? []} /></div>
      </div>
      {adding && <AddAccountSheet onClose={() => setAdding(false)} />}
    </div>
  );
}

const TONES: Record<Standing, '' | 'brand' | 'amber' | 'red'> = {
  open: 'brand', comparing: 'amber', reconcile_only: 'red', differs: 'red', untested: 'amber',
};

export function StandingBadge({ account }: { account: Account }) {
  const t = useTexts(accountTexts);
  const standing = standingOf(account);
  return <Badge tone={TONES[standing]}>{t.standings[standing]}</Badge>;
}

/** In words, and in colour only where it is real money. */
export function EnvironmentBadge({ account }: { account: Account }) {
  const t = useTexts(accountTexts);
  return <Badge tone={account.environment === 'REAL' ? 'red' : 'amber'}>{t.environments[account.environment]}</Badge>;
}

function AccountRow({ account }: { account: Account }) {
  const t = useTexts(accountTexts);
  return (
    <Link to={`/accounts/${account.account_id}`} className="list-row" data-testid="account-row">
      <span className="mark"><Icon name="bank" size={20} /></span>
      <span className="grow">
        <span className="title cut account-label">{nameOf(account, t)}</span>
        <span className="sub">
          {wordOf(t.brokers, account.broker)}{account.key_hint && ` · …${account.key_hint}`}
        </span>
      </span>
      <span className="account-badges"><EnvironmentBadge account={account} /><StandingBadge account={account} /></span>
      <Icon name="chevron" size={18} />
    </Link>
  );
}
