import type { RiskChange } from '../../api/types';
import { usePreferences } from '../../lib/preferences';
import { useTexts } from '../../lib/texts';
import { showTime } from '../../lib/time';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { ProblemNote } from '../../ui/ProblemNote';
import { toast } from '../../ui/Toast';
import type { LimitName } from './limits';
import { useApproveChange, useRiskChanges, useWithdrawChange } from './queries';
import { riskTexts } from './texts';

/** Limits that are to be loosened: they wait for the next day, or for another adult. */
export function ChangesCard() {
  const t = useTexts(riskTexts);
  const changes = useRiskChanges().data ?? [];
  if (changes.length === 0) return null;
  return (
    <Card title={t.waiting} testId="risk-changes">
      {changes.map((change) => <OneChange key={change.change_id} change={change} />)}
    </Card>
  );
}

const shown = (value: unknown): string =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).map(([currency, amount]) => `${String(amount)} ${currency}`).join(' · ')
    : String(value);

function OneChange({ change }: { change: RiskChange }) {
  const t = useTexts(riskTexts);
  const { locale, zone } = usePreferences();
  const approve = useApproveChange();
  const withdraw = useWithdrawChange();
  const nameOf = (key: string): string =>
    key === 'state' ? t.state : (t.names[key as LimitName] ?? t.names[key.replace(/_pct$/, '') as LimitName] ?? key);
  return (
    <section className="limit-group">
      <p className="small soft">
        {(t.levels as Record<string, string>)[change.level]} · {t.waitingFor(showTime(change.effective_at, 'moment', locale, zone))}
      </p>
      <dl className="pairs">
        {Object.entries(change.values).map(([key, value]) => (
          <div key={key}><dt>{nameOf(key)}</dt><dd className="num">{shown(value)}{key.endsWith('_pct') ? '%' : ''}</dd></div>
        ))}
        {change.removed.map((key) => <div key={key}><dt>{nameOf(key)}</dt><dd>{t.takenAway}</dd></div>)}
      </dl>
      <ProblemNote problem={approve.error ?? withdraw.error} />
      <div className="two">
        <Button block busy={withdraw.isPending} onClick={() => withdraw.mutate(change.change_id, { onSuccess: () => toast(t.withdrawn) })}>
          {t.withdraw}
        </Button>
        {change.may_approve && (
          <Button look="primary" block busy={approve.isPending} onClick={() => approve.mutate(change.change_id, { onSuccess: () => toast(t.approved) })}>
            {t.approve}
          </Button>
        )}
      </div>
    </section>
  );
}
