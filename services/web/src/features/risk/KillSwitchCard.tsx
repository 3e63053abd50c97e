import { useState } from 'react';
import type { KillSwitchReport } from '../../api/types';
import { usePreferences } from '../../lib/preferences';
import { sayServer } from '../../lib/serverWords';
import { useTexts } from '../../lib/texts';
import { showTime } from '../../lib/time';
import { Button } from '../../ui/Button';
import { Badge, Card, Note, Skeleton } from '../../ui/Card';
import { Icon } from '../../ui/Icon';
import { ProblemNote } from '../../ui/ProblemNote';
import { Sheet } from '../../ui/Sheet';
import { toast } from '../../ui/Toast';
import { useKillSwitch, useLiftKillSwitch, usePressKillSwitch } from './queries';
import { riskTexts } from './texts';

export function KillSwitchCard() {
  const t = useTexts(riskTexts);
  const found = useKillSwitch();
  const [asking, setAsking] = useState(false);
  return (
    <Card title={t.kill} className={found.data?.on ? 'kill-on' : ''} testId="kill-switch">
      {found.isPending && <Skeleton height={60} />}
      <ProblemNote problem={found.data ? null : found.error} onRetry={() => void found.refetch()} />
      {found.data?.on ? (
        <On report={found.data} />
      ) : (
        <div className="stack">
          <p className="small soft">{t.killNote}</p>
          <Button look="danger" block icon="alert" onClick={() => setAsking(true)}>{t.killOpen}</Button>
        </div>
      )}
      {asking && <AskSheet onClose={() => setAsking(false)} />}
    </Card>
  );
}

/** The second tap: what will happen, in the order in which it happens. */
function AskSheet({ onClose }: { onClose: () => void }) {
  const t = useTexts(riskTexts);
  const press = usePressKillSwitch();
  const send = (): void =>
    press.mutate(undefined, {
      onSuccess: () => {
        toast(t.killed);
        onClose();
      },
    });
  return (
    <Sheet title={t.killAsk} onClose={onClose}>
      <div className="stack wide" data-testid="kill-ask">
        <ol className="kill-steps">
          {t.killSteps.map((step) => <li key={step}>{step}</li>)}
        </ol>
        <ProblemNote problem={press.error} />
        <div className="two">
          <Button size="large" block onClick={onClose}>{t.cancelled}</Button>
          <Button look="danger" size="large" block busy={press.isPending} onClick={send}>{t.killSend}</Button>
        </div>
      </div>
    </Sheet>
  );
}

function On({ report }: { report: KillSwitchReport }) {
  const t = useTexts(riskTexts);
  const { locale, zone } = usePreferences();
  const [lifting, setLifting] = useState(false);
  const lift = useLiftKillSwitch();
  const send = (): void =>
    lift.mutate(undefined, {
      onSuccess: () => {
        toast(t.lifted);
        setLifting(false);
      },
    });
  return (
    <div className="stack">
      <Note tone="bad" icon="alert">
        <p className="strong">{t.killOn}</p>
        <p className="small">
          {report.at && t.since(showTime(report.at, 'moment', locale, zone))}
          {report.cause && ` · ${sayServer(report.cause, locale)}`}
        </p>
      </Note>
      <ol className="stack tight" aria-label={t.kill}>
        {report.steps.map((step, index) => (
          <li key={step.step} className="row" data-step={step.step} data-done={step.done}>
            {step.done ? <Icon name="check" size={18} /> : <span className="spinner" aria-hidden="true" />}
            <span className={step.done ? '' : 'soft'}>{t.killSteps[index]}</span>
          </li>
        ))}
      </ol>
      <Left report={report} />
      <Button block onClick={() => setLifting(true)}>{t.lift}</Button>
      {lifting && (
        <Sheet title={t.lift} onClose={() => setLifting(false)}>
          <div className="stack wide">
            <p>{t.liftAsk}</p>
            <ProblemNote problem={lift.error} />
            <Button look="primary" size="large" block busy={lift.isPending} onClick={send}>{t.lift}</Button>
          </div>
        </Sheet>
      )}
    </div>
  );
}

function Left({ report }: { report: KillSwitchReport }) {
  const t = useTexts(riskTexts);
  const { locale } = usePreferences();
  const failures = report.accounts.flatMap((account) => account.failures);
  return (
    <section aria-label={t.report} data-testid="kill-report">
      <h3 className="small soft">{t.report}</h3>
      {report.left.length === 0 && <p>{report.settled_at ? t.nothingLeft : t.working}</p>}
      {report.left.map((one) => (
        <p key={`${one.account_id}-${one.venue}`} className="row between">
          <span className="strong">{one.label} · {one.venue}</span>
          <span className="small num">
            {[one.open_orders > 0 && t.leftOrders(one.open_orders), one.positions > 0 && t.leftPositions(one.positions)].filter(Boolean).join(' · ')}
          </span>
        </p>
      ))}
      {failures.map((failure) => <p key={failure} className="small"><Badge tone="red">!</Badge> {sayServer(failure, locale)}</p>)}
    </section>
  );
}
