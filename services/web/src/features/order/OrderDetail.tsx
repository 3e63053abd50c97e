import { useState } from 'react';
import { useInstrument } from '../../api/reads';
import type { Fill, Order } from '../../api/types';
import { compare, div, isDecimal, mul, toDrawing } from '../../lib/decimal';
import { exact, price as shownPrice } from '../../lib/format';
import { usePreferences } from '../../lib/preferences';
import { Link } from '../../lib/router';
import { sayServer } from '../../lib/serverWords';
import { wordOf } from '../../lib/templateTexts';
import { useTexts } from '../../lib/texts';
import { showTime } from '../../lib/time';
import { Button } from '../../ui/Button';
import { Card, Skeleton } from '../../ui/Card';
import { Mark } from '../../ui/Mark';
import { ProblemNote } from '../../ui/ProblemNote';
import { Progress } from '../../ui/Progress';
import { toast } from '../../ui/Toast';
import { AmendSheet } from './AmendSheet';
import { LegList } from './Legs';
import { OriginBadge, sizeOf, StatusBadge } from './OrderRow';
import { isOpen, useCancelOrder, useOrder } from './queries';
import { orderTexts } from './texts';

export function OrderDetail({ id }: { id: string }) {
  const found = useOrder(id);
  if (found.isPending) return <Card><div className="stack"><Skeleton height={40} /><Skeleton height={120} /></div></Card>;
  if (!found.data) return <Card><ProblemNote problem={found.error} onRetry={() => void found.refetch()} /></Card>;
  return <Detail order={found.data} />;
}

function Detail({ order }: { order: Order }) {
  const t = useTexts(orderTexts);
  const known = useInstrument(order.instrument);
  const cancel = useCancelOrder();
  const [amending, setAmending] = useState(false);
  const done = compare(order.quantity, '0') > 0 ? div(mul(order.filled_quantity, '100'), order.quantity, 1) : undefined;
  return (
    <>
      <Card testId="order-detail">
        <div className="stack wide">
          <div className="row">
            <Mark text={known.sign} />
            <div className="grow">
              <h2>{known.label}</h2>
              <p className="row small">
                <span className={`strong ${order.side === 'BUY' ? 'up' : 'down'}`}>{t.sides[order.side]}</span>
                <span className="soft">{wordOf(t.types, order.type)}</span>
                <OriginBadge order={order} />
              </p>
            </div>
            <StatusBadge status={order.status} />
          </div>
          {done !== undefined && (
            <div className="stack tight">
              <Progress label={t.filled} percent={toDrawing(done)} />
              <p className="small soft num">{t.filledOf(exact(order.filled_quantity), exact(order.quantity))}</p>
            </div>
          )}
          <Facts order={order} />
          <ProblemNote problem={cancel.error} />
          {isOpen(order) && order.status !== 'PENDING_CANCEL' && (
            <div className="two">
              {order.plan_id ? (
                <Link to={`/orders/${order.plan_id}`} className="button block">{t.toPlan}</Link>
              ) : (
                <Button block onClick={() => setAmending(true)}>{t.amend}</Button>
              )}
              <Button
                look="danger" block busy={cancel.isPending}
                onClick={() => cancel.mutate(order.order_id, { onSuccess: () => toast(t.cancelled) })}
              >
                {order.plan_id || order.legs ? t.cancelPlan : t.cancel}
              </Button>
            </div>
          )}
          {amending && <AmendSheet order={order} known={known} onClose={() => setAmending(false)} />}
        </div>
      </Card>
      {order.legs ? <Card title={t.legs}><LegList plan={order} /></Card> : <Fills order={order} />}
      <History order={order} />
    </>
  );
}

function Facts({ order }: { order: Order }) {
  const t = useTexts(orderTexts);
  const { locale, zone } = usePreferences();
  const known = useInstrument(order.instrument);
  return (
    <dl className="pairs">
      <div><dt>{t.ordered}</dt><dd>{sizeOf(order, known)}</dd></div>
      {order.price && <div><dt>{t.limit}</dt><dd>{shownPrice(order.price, known.details)} {known.quote}</dd></div>}
      {order.stop_price && <div><dt>{t.prices.stop_price}</dt><dd>{shownPrice(order.stop_price, known.details)} {known.quote}</dd></div>}
      {order.take_profit && <div><dt>{t.prices.take_profit}</dt><dd>{shownPrice(order.take_profit, known.details)} {known.quote}</dd></div>}
      {order.stop_loss && <div><dt>{t.prices.stop_loss}</dt><dd>{shownPrice(order.stop_loss, known.details)} {known.quote}</dd></div>}
      {order.trail_pct && <div><dt>{t.trail}</dt><dd>{exact(order.trail_pct)}%</dd></div>}
      {order.trail_amount && <div><dt>{t.trail}</dt><dd>{exact(order.trail_amount)} {known.quote}</dd></div>}
      {order.expires_at && <div><dt>{t.lasting}</dt><dd>{showTime(order.expires_at, 'moment', locale, zone)}</dd></div>}
      {order.average_price && <div><dt>{t.average}</dt><dd>{exact(order.average_price)} {known.quote}</dd></div>}
      <div><dt>{t.mode}</dt><dd>{t.modes[order.mode]}</dd></div>
      <div><dt>{t.created}</dt><dd>{showTime(order.created_at, 'full', locale, zone)}</dd></div>
      <div><dt>{t.number}</dt><dd className="small soft">{order.order_id}</dd></div>
    </dl>
  );
}

function Fills({ order }: { order: Order }) {
  const t = useTexts(orderTexts);
  return (
    <Card title={t.fills} testId="fills">
      {(order.fills ?? []).length === 0 && <p className="soft">{t.noFills}</p>}
      {(order.fills ?? []).map((fill) => <FillRow key={fill.fill_id} fill={fill} />)}
    </Card>
  );
}

function FillRow({ fill }: { fill: Fill }) {
  const t = useTexts(orderTexts);
  const { locale, zone } = usePreferences();
  const known = useInstrument(fill.instrument);
  return (
    <div className="fill">
      <p className="row between">
        <span className="num strong">{exact(fill.quantity)} {known.unit}</span>
        <span className="num strong">{exact(fill.price)} {known.quote}</span>
      </p>
      <p className="row between small soft">
        <span className="num">{showTime(fill.time, 'full', locale, zone)}</span>
        <span className="num">{t.feePaid} {isDecimal(fill.fee) ? exact(fill.fee) : fill.fee} {fill.fee_currency}</span>
      </p>
    </div>
  );
}

function History({ order }: { order: Order }) {
  const t = useTexts(orderTexts);
  const { locale, zone } = usePreferences();
  if (!order.transitions?.length) return null;
  return (
    <Card title={t.history}>
      <ol className="steps">
        {order.transitions.map((step, index) => (
          <li key={index}>
            <div className="grow">
              <p className="row between">
                <span className="strong">{t.statuses[step.status] ?? step.status}</span>
                <span className="num small soft">{showTime(step.at, 'clock', locale, zone)}</span>
              </p>
              {step.cause && <p className="small soft">{sayServer(step.cause, locale)}</p>}
            </div>
          </li>
        ))}
      </ol>
    </Card>
  );
}
