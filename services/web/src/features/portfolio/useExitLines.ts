import { useMemo } from 'react';
import { toDrawing } from '../../lib/decimal';
import { useTexts } from '../../lib/texts';
import type { Line } from '../../ui/ChartLines';
import { toast } from '../../ui/Toast';
import { exitsOf, toProtection } from './exits';
import { usePositions, useProtect } from './queries';
import { portfolioTexts } from './texts';

/** Entry, target and stop of what is held of an instrument, to be drawn and dragged. */
export function useExitLines(instrument: string): { lines: Line[]; move: (id: string, price: string) => void; problem: unknown } {
  const t = useTexts(portfolioTexts);
  const position = usePositions().data?.items.find((one) => one.instrument === instrument);
  const protect = useProtect(position?.position_id ?? '');
  const lines = useMemo(() => {
    const found: Line[] = [];
    if (!position) return found;
    found.push({ id: 'entry', price: toDrawing(position.entry_price), label: t.entryLine, tone: 'plain' });
    if (position.take_profit) {
      found.push({ id: 'takeProfit', price: toDrawing(position.take_profit), label: t.takeProfit, tone: 'up', moveLabel: t.dragTarget });
    }
    if (position.stop_loss) {
      found.push({ id: 'stopLoss', price: toDrawing(position.stop_loss), label: t.stopLoss, tone: 'down', moveLabel: t.dragStop });
    }
    return found;
  }, [position, t]);
  const move = (id: string, price: string): void => {
    if (!position) return;
    protect.mutate(toProtection({ ...exitsOf(position), [id]: price }, position), { onSuccess: () => toast(t.protectSaved) });
  };
  return { lines, move, problem: protect.error };
}
