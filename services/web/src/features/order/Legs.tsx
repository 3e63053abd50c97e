import { useInstrument } from '../../api/reads';
import type { Order } from '../../api/types';
import { exact, price as shownPrice } from '../../lib/format';
import { Link } from '../../lib/router';
import { useTexts } from '../../lib/texts';
import { StatusBadge } from './OrderRow';
import { legName, legsInOrder } from './plans';
import { isOpen } from './queries';
import { orderTexts } from './texts';

/** The plain orders that carry out a bracket, a pair, an iceberg or entries in steps. */
export function LegList({ plan }: { plan: Order }) {
  const t = useTexts(orderTexts);
  const legs = legsInOrder(plan, isOpen);
  if (legs.length === 0) return <p className="small soft">{t.noLegs}</p>;
  return (
    <ul className="legs" data-testid="legs">
      {legs.map((leg) => <Leg key={leg.order_id} leg={leg} />)}
    </ul>
  );
}

function Leg({ leg }: { leg: Order }) {
  const t = useTexts(orderTexts);
  const known = useInstrument(leg.instrument);
  const price = leg.average_price ?? leg.price ?? leg.stop_price;
  return (
    <li>
      <Link to={`/orders/${leg.order_id}`} className="leg">
        <span className="strong cut leg-name">{legName(leg.leg, t.legNames, t.entryNumber)}</span>
        <span className="grow end">
          <span className="num">{price ? shownPrice(price, known.details) : t.market}</span>
          <br />
          <span className="num small soft">{t.sides[leg.side]} {exact(leg.quantity)} {known.unit}</span>
        </span>
        <span className="order-status"><StatusBadge status={leg.status} /></span>
      </Link>
    </li>
  );
}
