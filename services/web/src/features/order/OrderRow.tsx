import type { Known } from '../../api/reads';
import { useInstrument } from '../../api/reads';
import type { Order, OrderStatus } from '../../api/types';
import { exact, price as shownPrice } from '../../lib/format';
import { usePreferences } from '../../lib/preferences';
import { Link } from '../../lib/router';
import { wordOf } from '../../lib/templateTexts';
import { useTexts } from '../../lib/texts';
import { showTime } from '../../lib/time';
import { Badge } from '../../ui/Card';
import { orderTexts } from './texts';

const TONES: Partial<Record<OrderStatus, 'brand' | 'amber' | 'red'>> = {
  FILLED: 'brand', PARTIALLY_FILLED: 'brand', REJECTED: 'red', UNKNOWN: 'amber', PENDING_CANCEL: 'amber',
};

export function StatusBadge({ status }: { status: OrderStatus }) {
  const t = useTexts(orderTexts);
  return <Badge tone={TONES[status] ?? ''}>{t.statuses[status] ?? status}</Badge>;
}

/** What a person did not order themselves says who did. */
function originOf(order: Order, t: { origins: Record<string, string> }): string | undefined {
  return t.origins[order.origin ?? ''];
}

export function OriginBadge({ order }: { order: Order }) {
  const origin = originOf(order, useTexts(orderTexts));
  return origin ? <Badge>{origin}</Badge> : null;
}

export function sizeOf(order: Order, known: Known): string {
  return `${exact(order.quantity)} ${known.unit}`.trim();
}

/** `kind` names the way it was ordered, where rows of several kinds stand together. */
export function OrderRow({ order, chosen, kind }: { order: Order; chosen?: boolean; kind?: boolean }) {
  const t = useTexts(orderTexts);
  const { locale, zone } = usePreferences();
  const known = useInstrument(order.instrument);
  const price = order.average_price ?? order.price ?? order.stop_price;
  return (
    <Link to={`/orders/${order.order_id}`} className={chosen ? 'list-row order-chosen' : 'list-row'} data-testid="order-row" data-status={order.status}>
      <span className="grow">
        <span className="row">
          <span className={`small strong num ${order.side === 'BUY' ? 'up' : 'down'}`}>{t.sides[order.side]}</span>
          <span className="title cut">{known.label}</span>
        </span>
        <span className="sub">
          <span className="num">{showTime(order.created_at, 'moment', locale, zone)}</span> {originOf(order, t) && `· ${originOf(order, t)}`}{kind && `· ${wordOf(t.types, order.type)}`}
        </span>
      </span>
      <span className="end">
        <span className="num title">{sizeOf(order, known)}</span>
        <br />
        <span className="num sub">{price ? shownPrice(price, known.details) : t.market}</span>
      </span>
      <span className="order-status"><StatusBadge status={order.status} /></span>
    </Link>
  );
}
