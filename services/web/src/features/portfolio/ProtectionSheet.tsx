import { useState } from 'react';
import type { Known } from '../../api/reads';
import type { Position, Protection } from '../../api/types';
import { type Decimal, div, isDecimal, mul, sign, sub } from '../../lib/decimal';
import { percent, signed } from '../../lib/format';
import { useTexts } from '../../lib/texts';
import { Button } from '../../ui/Button';
import { NumberField } from '../../ui/Field';
import { ProblemNote } from '../../ui/ProblemNote';
import { Sheet } from '../../ui/Sheet';
import { toast } from '../../ui/Toast';
import { type Exits, exitsOf, isGood, toProtection } from './exits';
import { useProtect } from './queries';
import { portfolioTexts } from './texts';

interface ProtectionProps {
  position: Position;
  known: Known;
  mark: Decimal | null | undefined;
  onClose: () => void;
}

export function ProtectionSheet({ position, known, mark, onClose }: ProtectionProps) {
  const t = useTexts(portfolioTexts);
  const protect = useProtect(position.position_id);
  const [typed, setTyped] = useState<Exits>(() => exitsOf(position));
  const set = (field: keyof Exits) => (text: string): void => setTyped((before) => ({ ...before, [field]: text }));
  const distance = (text: string): string | undefined => {
    if (!isDecimal(text) || !mark || sign(mark) <= 0) return undefined;
    const away = div(mul(sub(text, mark), '100'), mark, 2);
    return t.fromMark(signed(percent(away), away));
  };
  const wanted: Protection = toProtection(typed, position);
  const send = (): void =>
    protect.mutate(wanted, {
      onSuccess: () => {
        toast(t.protectSaved);
        onClose();
      },
    });
  return (
    <Sheet title={`${t.protect} · ${known.label}`} onClose={onClose}>
      <form
        className="stack wide" data-testid="protection-sheet"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <p className="small soft">{t.protectNote}</p>
        <NumberField label={t.takeProfit} unit={known.quote} value={typed.takeProfit} onText={set('takeProfit')} hint={distance(typed.takeProfit)} />
        <NumberField label={t.stopLoss} unit={known.quote} value={typed.stopLoss} onText={set('stopLoss')} hint={distance(typed.stopLoss)} />
        <NumberField label={t.trail} unit="%" value={typed.trail} onText={set('trail')} />
        <NumberField label={t.breakEven} unit="%" value={typed.breakEven} onText={set('breakEven')} />
        <NumberField label={t.timeStop} value={typed.hours} onText={set('hours')} />
        {position.exits?.ladder && position.exits.ladder.length > 0 && <p className="small soft">{t.ladder(position.exits.ladder.length)}</p>}
        <ProblemNote problem={protect.error} />
        <Button type="submit" look="primary" size="large" block disabled={!isGood(typed)} busy={protect.isPending}>{t.protectSave}</Button>
      </form>
    </Sheet>
  );
}

