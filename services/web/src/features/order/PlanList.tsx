import { useState } from 'react';
import { useInstrument } from '../../api/reads';
import type { Order } from '../../api/types';
import { compare, div, mul, toDrawing } from '../../lib/decimal';
import { exact } from '../../lib/format';
import { usePreferences } from '../../lib/preferences';
import { Link } from '../../lib/router';
import { wordOf } from '../../lib/templateTexts';
import { useTexts } from '../../lib/texts';
import { showTime } from '../../lib/time';
import { Button } from '../../ui/Button';
import { Empty, SkeletonRows } from '../../ui/Card';
import { Icon } from '../../ui/Icon';
import { ProblemNote } from '../../ui/ProblemNote';
import { Progress } from '../../ui/Progress';
import { Sheet } from '../../ui/Sheet';
import { toast } from '../../ui/Toast';
import { AmendSheet } from './AmendSheet';
import { LegList } from './Legs';
import { OrderRow, StatusBadge } from './OrderRow';
import { isOpen, useCancelOrder, usePlans } from './queries';
import { orderTexts } from './texts';

/** Orders of several parts: those at work with their parts, those that ended below. */
export function PlanList() {
  const t = useTexts(orderTexts);
  const plans = usePlans();
  const running = (plans.data ?? []).filter(isOpen);
  const ended = (plans.data ?? []).filter((plan) => !isOpen(plan));
  return (
    <div className="stack wide" data-testid="plans">
      {plans.isPending && <SkeletonRows count={2} />}
      <ProblemNote problem={plans.data ? null : plans.error} onRetry={() => void plans.refetch()} />
      {plans.data && running.length === 0 && (
        <Empty icon="list" what={t.noPlans} next={t.noPlansNext}>
          <Link to="/trade" className="button primary">{t.toTrade}</Link>
        </Empty>
      )}
      {running.map((plan) => <OnePlan key={plan.order_id} plan={plan} />)}
      {ended.length > 0 && (
        <details className="conditions">
          <summary>{t.pastPlans(ended.length)}</summary>
          <div className="list plan-ended">{ended.map((plan) => <OrderRow key={plan.order_id} order={plan} kind />)}</div>
        </details>
      )}
    </div>
  );
}

function OnePlan({ plan }: { plan: Order }) {
  const t = useTexts(orderTexts);
  const { locale, zone } = usePreferences();
  const known = useInstrument(plan.instrument);
  const [amending, setAmending] = useState(false);
  const [ending, setEnding] = useState(false);
  const done = compare(plan.quantity, '0') > 0 ? div(mul(plan.filled_quantity, '100'), plan.quantity, 1) : '0';
  return (
    <article className="plan stack" data-testid="plan" data-status={plan.status} aria-label={`${known.label} ${wordOf(t.types, plan.type)}`}>
      <div className="row between">
        <Link to={`/orders/${plan.order_id}`} className="grow">
          <span className="row">
            <span className={`small strong ${plan.side === 'BUY' ? 'up' : 'down'}`}>{t.sides[plan.side]}</span>
            <h3 className="cut">{known.label}</h3>
          </span>
          <span className="small soft">{wordOf(t.types, plan.type)} · <span className="num">{showTime(plan.created_at, 'moment', locale, zone)}</span></span>
        </Link>
        <StatusBadge status={plan.status} />
      </div>
      <div className="stack tight">
        <Progress label={t.filled} percent={toDrawing(done)} />
        <p className="row between small soft">
          <span className="num">{t.filledOf(exact(plan.filled_quantity), `${exact(plan.quantity)} ${known.unit}`)}</span>
        </p>
      </div>
      <LegList plan={plan} />
      {plan.status !== 'PENDING_CANCEL' && (
        <div className="two">
          <Button block onClick={() => setAmending(true)}>{t.amend}</Button>
          <Button look="danger" block onClick={() => setEnding(true)}>{t.cancelPlan}</Button>
        </div>
      )}
      {amending && <AmendSheet order={plan} known={known} onClose={() => setAmending(false)} />}
      {ending && <EndSheet plan={plan} onClose={() => setEnding(false)} />}
    </article>
  );
}

function EndSheet({ plan, onClose }: { plan: Order; onClose: () => void }) {
  const t = useTexts(orderTexts);
  const cancel = useCancelOrder();
  const send = (): void =>
    cancel.mutate(plan.order_id, {
      onSuccess: () => {
        toast(t.planCancelled);
        onClose();
      },
    });
  return (
    <Sheet title={t.cancelPlan} onClose={onClose}>
      <div className="stack wide" data-testid="end-plan">
        <p className="row"><Icon name="alert" size={18} /><span className="grow">{t.cancelPlanAsk}</span></p>
        <ProblemNote problem={cancel.error} />
        <div className="two">
          <Button size="large" block onClick={onClose}>{t.keep}</Button>
          <Button look="danger" size="large" block busy={cancel.isPending} onClick={send}>{t.cancelPlan}</Button>
        </div>
      </div>
    </Sheet>
  );
}
