import { useState } from 'react';
import { useInstrument } from '../../api/reads';
import type { Approval } from '../../api/types';
import { exact, money, percent, price as shownPrice, withCurrency } from '../../lib/format';
import { usePreferences } from '../../lib/preferences';
import { Link } from '../../lib/router';
import { sayServer } from '../../lib/serverWords';
import { useTexts } from '../../lib/texts';
import { showTime } from '../../lib/time';
import { Button } from '../../ui/Button';
import { Badge, Card, Empty, SkeletonRows } from '../../ui/Card';
import { Segments } from '../../ui/Choice';
import { Mark } from '../../ui/Mark';
import { ProblemNote } from '../../ui/ProblemNote';
import { toast } from '../../ui/Toast';
import './approval.css';
import { useApprovals, useDecide } from './queries';
import { approvalTexts } from './texts';

/** Orders of strategies that wait for a yes or a no. */
export function ApprovalsPage() {
  const t = useTexts(approvalTexts);
  const [which, setWhich] = useState<'waiting' | 'decided'>('waiting');
  const found = useApprovals(which === 'waiting');
  const all = found.data?.pages.flatMap((page) => page.items) ?? [];
  const items = which === 'waiting' ? all : all.filter((one) => one.status !== 'WAITING');
  return (
    <div data-testid="approvals">
      <div className="page-head wide-only"><h1>{t.approvals}</h1></div>
      <Card>
        <div className="stack wide">
          <Segments
            label={t.which} value={which} onChange={setWhich}
            options={[{ value: 'waiting', label: t.waiting }, { value: 'decided', label: t.decided }]}
          />
          {found.isPending && <SkeletonRows count={2} />}
          <ProblemNote problem={found.data ? null : found.error} onRetry={() => void found.refetch()} />
          {found.data && items.length === 0 && (
            <Empty icon="hand" what={which === 'waiting' ? t.none : t.noneDecided} next={which === 'waiting' ? t.noneNext : undefined}>
              <Link to="/strategies" className="button">{t.toStrategies}</Link>
            </Empty>
          )}
          {items.map((one) => <OneApproval key={one.approval_id} approval={one} />)}
          {found.hasNextPage && (
            <Button block busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>{t.more}</Button>
          )}
        </div>
      </Card>
    </div>
  );
}

const TONES: Record<string, '' | 'brand' | 'amber' | 'red'> = { WAITING: 'amber', APPROVED: 'brand', FAILED: 'red' };

function OneApproval({ approval }: { approval: Approval }) {
  const t = useTexts(approvalTexts);
  const { locale, zone } = usePreferences();
  const known = useInstrument(approval.instrument);
  const side = approval.side === 'BUY' ? 'BUY' : 'SELL';
  const status = (t.statuses as Record<string, string>)[approval.status] ?? approval.status;
  return (
    <article className="stack approval" data-testid="approval" data-status={approval.status} aria-label={known.label}>
      <div className="row">
        <Mark text={known.sign} />
        <div className="grow">
          <h3 className="cut">
            <span className={side === 'BUY' ? 'up' : 'down'}>{t.sides[side]}</span> {exact(approval.quantity)} {known.unit} {known.label}
          </h3>
          <p className="small soft">
            {approval.strategy_name}
            {approval.status === 'WAITING' && ` · ${t.ends(showTime(approval.expires_at, 'minute', locale, zone))}`}
          </p>
        </div>
        <Badge tone={TONES[approval.status] ?? ''}>{status}</Badge>
      </div>
      <dl className="pairs">
        <div><dt>{t.value}</dt><dd className="num">{withCurrency(money(approval.value, known.quote), known.quote)}</dd></div>
        <div><dt>{t.price}</dt><dd className="num">{approval.price ? shownPrice(approval.price, known.details) : t.market}</dd></div>
        <div><dt>{t.asked}</dt><dd className="num">{shownPrice(approval.reference_price, known.details)}</dd></div>
      </dl>
      {approval.reasons.map((reason) => <p key={reason} className="small soft">{sayServer(reason, locale)}</p>)}
      {approval.order_id && <Link to={`/orders/${approval.order_id}`} className="button small">{t.toOrder}</Link>}
      {approval.status === 'WAITING' && <Decision approval={approval} />}
    </article>
  );
}

function Decision({ approval }: { approval: Approval }) {
  const t = useTexts(approvalTexts);
  const decide = useDecide();
  const send = (verdict: 'approve' | 'refuse') => (): void =>
    decide.mutate({ id: approval.approval_id, verdict }, {
      onSuccess: (after) => {
        if (after.status === 'FAILED') toast(t.failed, 'bad');
        else toast(verdict === 'approve' ? t.approved : t.refused);
      },
    });
  const running = decide.isPending ? decide.variables.verdict : undefined;
  return (
    <>
      <p className="small soft">{t.check(percent(approval.max_move_pct, 1))}</p>
      <ProblemNote problem={decide.error} />
      <div className="two">
        <Button block busy={running === 'refuse'} disabled={decide.isPending} onClick={send('refuse')}>{t.refuse}</Button>
        <Button look="primary" block busy={running === 'approve'} disabled={decide.isPending} onClick={send('approve')}>{t.approve}</Button>
      </div>
    </>
  );
}
