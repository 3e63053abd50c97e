import type { Known } from '../../api/reads';
import type { Mode, PlaceOrder } from '../../api/types';
import { exact, price as shownPrice } from '../../lib/format';
import { usePreferences } from '../../lib/preferences';
import { Problem } from '../../lib/problem';
import { useTexts } from '../../lib/texts';
import { Button } from '../../ui/Button';
import { Badge, Note } from '../../ui/Card';
import { Icon } from '../../ui/Icon';
import { ProblemNote } from '../../ui/ProblemNote';
import { toast } from '../../ui/Toast';
import { type Draft, estimate, type Terms, toOrder } from './estimate';
import type { PriceField } from './kinds';
import { usePlaceOrder, usePreview } from './queries';
import { Reckoning } from './Reckoning';
import { orderTexts } from './texts';

const PRICES = ['price', 'stop_price', 'activation_price', 'take_profit', 'stop_loss'] as const satisfies PriceField[];

interface ConfirmProps {
  draft: Draft;
  terms: Terms;
  known: Known;
  mode: Mode | undefined;
  onBack: () => void;
  onDone: () => void;
}

/** The last look before anything is sent: what, how much, at what cost, and whether it is real money. */
export function Confirm({ draft, terms, known, mode, onBack, onDone }: ConfirmProps) {
  const t = useTexts(orderTexts);
  const place = usePlaceOrder();
  const { zone } = usePreferences();
  const order = toOrder(draft, terms, zone);
  const previewed = usePreview(order);
  const { quantity } = estimate(draft, terms);
  const undecided = place.error instanceof Problem && place.error.undecided;
  const sent = place.variables ?? order;
  const send = (): void =>
    // A retry repeats what was sent, not what the moving price would make of it now.
    place.mutate(undecided ? sent : order, {
      onSuccess: () => {
        toast(t.sent);
        onDone();
      },
    });
  return (
    <div className="stack wide" data-testid="confirm">
      <div className="confirm-head">
        <Badge tone={draft.side === 'BUY' ? 'up' : 'down'}>{t.sides[draft.side]}</Badge>
        <p className="confirm-what">
          {known.label} {order.quote_amount ? `${exact(order.quote_amount)} ${known.quote}` : `${exact(quantity ?? '0')} ${known.unit}`}
        </p>
        <p className="soft">{t.types[draft.type]}</p>
      </div>
      <Plan order={order} known={known} />
      <Reckoning draft={draft} terms={terms} known={known} previewed={previewed} />
      {mode ? <Note tone={mode === 'PAPER' ? 'care' : 'bad'}>{mode === 'PAPER' ? t.paperNote : t.realNote}</Note> : <Note tone="care">{t.modeUnknown}</Note>}
      <ProblemNote problem={place.error} />
      {undecided && <Note tone="care" icon="alert">{t.undecided}</Note>}
      <div className="confirm-buttons">
        <Button size="large" onClick={onBack} disabled={place.isPending}>{t.edit}</Button>
        <Button look={draft.side === 'BUY' ? 'buy' : 'sell'} size="large" busy={place.isPending} disabled={!mode} onClick={send}>
          {undecided ? t.resend : mode === 'PAPER' ? t.sendPaper[draft.side] : t.send[draft.side]}
        </Button>
      </div>
    </div>
  );
}

/** The prices and conditions once more, in words. */
function Plan({ order, known }: { order: PlaceOrder; known: Known }) {
  const t = useTexts(orderTexts);
  const prices = PRICES.flatMap((field) => {
    const value = order[field];
    return value == null ? [] : [{ name: t.prices[field], value: `${shownPrice(String(value), known.details)} ${known.quote}` }];
  });
  if (order.trail_pct != null) prices.push({ name: t.trail, value: `${order.trail_pct}%` });
  if (order.trail_amount != null) prices.push({ name: t.trail, value: `${exact(String(order.trail_amount))} ${known.quote}` });
  if (order.display_quantity != null) prices.push({ name: t.shown, value: `${exact(String(order.display_quantity))} ${known.unit}` });
  if (order.time_in_force && order.time_in_force !== 'GTC') prices.push({ name: t.lasting, value: t.lastings[order.time_in_force] });
  const wishes = [order.post_only && t.postOnly, order.reduce_only && t.reduceOnly].filter((wish) => typeof wish === 'string');
  if (prices.length + wishes.length === 0) return null;
  return (
    <dl className="pairs">
      {prices.map((one) => <div key={one.name}><dt>{one.name}</dt><dd className="num">{one.value}</dd></div>)}
      {wishes.map((wish) => <div key={wish}><dt>{wish}</dt><dd><Icon name="check" size={18} /></dd></div>)}
    </dl>
  );
}
