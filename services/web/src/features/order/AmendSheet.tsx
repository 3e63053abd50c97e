import { useState } from 'react';
import type { Known } from '../../api/reads';
import type { Order } from '../../api/types';
import { sign } from '../../lib/decimal';
import { exact } from '../../lib/format';
import { useTexts } from '../../lib/texts';
import { Button } from '../../ui/Button';
import { NumberField } from '../../ui/Field';
import { ProblemNote } from '../../ui/ProblemNote';
import { Sheet } from '../../ui/Sheet';
import { toast } from '../../ui/Toast';
import { amendable, type AmendField, changes } from './amend';
import { useAmendOrder } from './queries';
import { orderTexts } from './texts';

export function AmendSheet({ order, known, onClose }: { order: Order; known: Known; onClose: () => void }) {
  const t = useTexts(orderTexts);
  const [typed, setTyped] = useState<Partial<Record<AmendField, string>>>({});
  const amend = useAmendOrder(order.order_id);
  const change = changes(order, typed);
  const names: Record<AmendField, string> = {
    price: t.prices.price, stop_price: t.prices.stop_price, take_profit: t.prices.take_profit, stop_loss: t.prices.stop_loss, trail_pct: t.trailPercent, trail_amount: t.trailAmount, quantity: t.quantity,
  };
  const unit = (field: AmendField): string => (field === 'quantity' ? known.unit : field === 'trail_pct' ? '%' : known.quote);
  const send = (): void => {
    if (!change) return;
    amend.mutate(change, {
      onSuccess: () => {
        toast(t.amended);
        onClose();
      },
    });
  };
  return (
    <Sheet title={t.amend} onClose={onClose}>
      <form
        className="stack wide" data-testid="amend"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        {amendable(order).map((field) => (
          <NumberField
            key={field} label={names[field]} unit={unit(field)} value={typed[field] ?? order[field] ?? ''}
            onText={(text) => setTyped((before) => ({ ...before, [field]: text }))}
            hint={field === 'quantity' && sign(order.filled_quantity) > 0 ? t.filledOf(exact(order.filled_quantity), exact(order.quantity)) : undefined}
          />
        ))}
        <ProblemNote problem={amend.error} />
        <Button type="submit" look="primary" size="large" block disabled={!change} busy={amend.isPending}>{t.amendSave}</Button>
      </form>
    </Sheet>
  );
}
