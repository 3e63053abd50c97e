import { useState } from 'react';
import { type Known, useInstrument } from '../../api/reads';
import type { Position } from '../../api/types';
import { mul } from '../../lib/decimal';
import { exact, money, price as shownPrice, withCurrency } from '../../lib/format';
import { Link } from '../../lib/router';
import { useTexts } from '../../lib/texts';
import { Button } from '../../ui/Button';
import { Card, Empty, SkeletonRows } from '../../ui/Card';
import { Segments } from '../../ui/Choice';
import { MoneyChange, PercentChange } from '../../ui/Figures';
import { Mark } from '../../ui/Mark';
import { ProblemNote } from '../../ui/ProblemNote';
import './portfolio.css';
import { useShownNumbers } from './position';
import { CloseSheet } from './CloseSheet';
import { ProtectionSheet } from './ProtectionSheet';
import { useClosedPositions, usePositions } from './queries';
import { portfolioTexts } from './texts';

export function PositionList() {
  const t = useTexts(portfolioTexts);
  const [which, setWhich] = useState<'open' | 'closed'>('open');
  const open = usePositions();
  const closed = useClosedPositions(which === 'closed');
  const shown = which === 'open' ? open : closed;
  const items = shown.data?.items ?? [];
  return (
    <Card testId="position-list">
      <div className="stack wide">
        <Segments
          label={t.which} value={which} onChange={setWhich}
          options={[{ value: 'open', label: t.open }, { value: 'closed', label: t.closed }]}
        />
        {shown.isPending && <SkeletonRows />}
        <ProblemNote problem={shown.data ? null : shown.error} onRetry={() => void shown.refetch()} />
        {shown.data && items.length === 0 && (
          <Empty icon="wallet" what={which === 'open' ? t.none : t.noneClosed} next={which === 'open' ? t.noneNext : undefined}>
            {which === 'open' && <Link to="/trade" className="button primary">{t.toTrade}</Link>}
          </Empty>
        )}
        <div>
          {items.map((one) => (
            <PositionItem key={one.position_id} position={one} readAt={shown.dataUpdatedAt} open={which === 'open'} />
          ))}
        </div>
      </div>
    </Card>
  );
}

function PositionItem({ position, readAt, open }: { position: Position; readAt: number; open: boolean }) {
  const t = useTexts(portfolioTexts);
  const known = useInstrument(position.instrument);
  const { mark, pnl, rate } = useShownNumbers(position, readAt);
  const [sheet, setSheet] = useState<'close' | 'protect'>();
  const result = open ? pnl : position.realized_pnl;
  return (
    <article className="position" data-testid="position" aria-label={known.label}>
      <div className="row">
        <Mark text={known.sign} />
        <div className="grow">
          <h3 className="cut">{known.label}</h3>
          <p className="small soft">{known.venue}{position.side === 'SHORT' && ` · ${t.short}`}</p>
        </div>
        <div className="end">
          <p className="strong"><MoneyChange value={result} currency={known.quote} /></p>
          {open && rate != null && <p className="small"><PercentChange value={rate} /></p>}
        </div>
      </div>
      <PositionFigures position={position} known={known} mark={mark} open={open} />
      {open && (
        <div className="position-buttons">
          <Link to={`/trade/${position.instrument}`} className="button small">{t.chart}</Link>
          <Button size="small" onClick={() => setSheet('protect')}>{t.protect}</Button>
          <Button size="small" look="danger" onClick={() => setSheet('close')}>{t.close}</Button>
        </div>
      )}
      {sheet === 'close' && <CloseSheet position={position} known={known} onClose={() => setSheet(undefined)} />}
      {sheet === 'protect' && <ProtectionSheet position={position} known={known} mark={mark} onClose={() => setSheet(undefined)} />}
    </article>
  );
}

interface FiguresProps {
  position: Position;
  known: Known;
  mark: string | null | undefined;
  open: boolean;
}

function PositionFigures({ position, known, mark, open }: FiguresProps) {
  const t = useTexts(portfolioTexts);
  return (
    <dl className="figures">
      <div><dt>{t.quantity}</dt><dd data-testid="position-quantity">{exact(position.quantity)}</dd></div>
      <div>
        <dt>{position.side === 'LONG' ? t.entry : t.entryShort}</dt>
        <dd data-testid="position-entry" title={position.entry_price}>{shownPrice(position.entry_price, known.details)}</dd>
      </div>
      {open && mark != null && (
        <>
          <div><dt>{t.mark}</dt><dd>{shownPrice(mark, known.details)}</dd></div>
          <div><dt>{t.value}</dt><dd>{withCurrency(money(mul(mark, position.quantity), known.quote), known.quote)}</dd></div>
        </>
      )}
      {position.take_profit && <div><dt>{t.takeProfit}</dt><dd>{shownPrice(position.take_profit, known.details)}</dd></div>}
      {position.stop_loss && <div><dt>{t.stopLoss}</dt><dd>{shownPrice(position.stop_loss, known.details)}</dd></div>}
      {open && (
        <>
          <div><dt>{t.realized}</dt><dd><MoneyChange value={position.realized_pnl} currency={known.quote} /></dd></div>
          <div><dt>{t.roi}</dt><dd><PercentChange value={position.roi} /></dd></div>
          {position.liquidation_price && <div><dt>{t.liquidation}</dt><dd>{shownPrice(position.liquidation_price, known.details)}</dd></div>}
        </>
      )}
    </dl>
  );
}
