import { useState } from 'react';
import type { Known } from '../../api/reads';
import type { ClosePosition, Position } from '../../api/types';
import { div, floorToStep, isDecimal, mul, sign, trim } from '../../lib/decimal';
import { exact } from '../../lib/format';
import { useTexts } from '../../lib/texts';
import { Button } from '../../ui/Button';
import { Segments } from '../../ui/Choice';
import { NumberField } from '../../ui/Field';
import { ProblemNote } from '../../ui/ProblemNote';
import { Sheet } from '../../ui/Sheet';
import { toast } from '../../ui/Toast';
import { useClosePosition } from './queries';
import { portfolioTexts } from './texts';

const PARTS = ['25', '50', '75', '100'] as const;

export function CloseSheet({ position, known, onClose }: { position: Position; known: Known; onClose: () => void }) {
  const t = useTexts(portfolioTexts);
  const close = useClosePosition(position.position_id);
  const [part, setPart] = useState<(typeof PARTS)[number]>('100');
  const [at, setAt] = useState<'market' | 'limit'>('market');
  const [price, setPrice] = useState(position.mark_price ? trim(position.mark_price) : '');
  const ready = at === 'market' || (isDecimal(price) && sign(price) > 0);
  const step = known.details?.quantity_step;
  const share = div(mul(position.quantity, part), '100', 12, 'down');
  const size = step ? floorToStep(share, step) : trim(share);
  const wish: ClosePosition = at === 'limit' ? { percent: part, price } : { percent: part };
  const send = (): void =>
    close.mutate(wish, {
      onSuccess: () => {
        toast(t.closeSent);
        onClose();
      },
    });
  return (
    <Sheet title={`${t.closeTitle} · ${known.label}`} onClose={onClose}>
      <div className="stack wide" data-testid="close-sheet">
        <div className="stack tight">
          <p className="small soft">{t.closePart}</p>
          <Segments
            label={t.closePart} value={part} onChange={setPart}
            options={PARTS.map((one) => ({ value: one, label: one === '100' ? t.closeAll : `${one}%` }))}
          />
          <p className="num strong">{t.closeSize(`${exact(size)} ${known.unit}`, exact(position.quantity))}</p>
        </div>
        <Segments
          label={t.closeBy} value={at} onChange={setAt}
          options={[{ value: 'market', label: t.closeMarket }, { value: 'limit', label: t.closeLimit }]}
        />
        {at === 'limit' && <NumberField label={t.closePrice} unit={known.quote} value={price} onText={setPrice} />}
        <ProblemNote problem={close.error} />
        <Button look="danger" size="large" block disabled={!ready} busy={close.isPending} onClick={send}>{t.closeSend}</Button>
      </div>
    </Sheet>
  );
}
