import type { Known } from '../../api/reads';
import type { Mode } from '../../api/types';
import { exact, price as shownPrice } from '../../lib/format';
import { Problem } from '../../lib/problem';
import { useTexts } from '../../lib/texts';
import { Button } from '../../ui/Button';
import { Badge, Note } from '../../ui/Card';
import { ProblemNote } from '../../ui/ProblemNote';
import { toast } from '../../ui/Toast';
import { type Draft, estimate, type Terms, toOrder } from './estimate';
import { usePlaceOrder } from './queries';
import { Reckoning } from './Ticket';
import { orderTexts } from './texts';

interface ConfirmProps {
  draft: Draft;
  terms: Terms;
  known: Known;
  mode: Mode;
  onBack: () => void;
  onDone: () => void;
}

/** The last look before anything is sent: what, how much, at what cost, and whether it is real money. */
export function Confirm({ draft, terms, known, mode, onBack, onDone }: ConfirmProps) {
  const t = useTexts(orderTexts);
  const place = usePlaceOrder();
  const order = toOrder(draft, terms);
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
        <p className="soft">
          {draft.type === 'LIMIT' ? `${t.types.LIMIT} ${shownPrice(draft.price, terms.rules)} ${known.quote}` : t.types.MARKET}
        </p>
      </div>
      <Reckoning draft={draft} terms={terms} known={known} />
      <Note tone={mode === 'PAPER' ? 'care' : 'bad'}>{mode === 'PAPER' ? t.paperNote : t.realNote}</Note>
      <ProblemNote problem={place.error} />
      {undecided && <Note tone="care" icon="alert">{t.undecided}</Note>}
      <div className="confirm-buttons">
        <Button size="large" onClick={onBack} disabled={place.isPending}>{t.edit}</Button>
        <Button look={draft.side === 'BUY' ? 'buy' : 'sell'} size="large" busy={place.isPending} onClick={send}>
          {undecided ? t.resend : mode === 'PAPER' ? t.sendPaper[draft.side] : t.send[draft.side]}
        </Button>
      </div>
    </div>
  );
}
