import { useInstrument } from '../../api/reads';
import type { Position } from '../../api/types';
import { exact, percent, signed } from '../../lib/format';
import { Link } from '../../lib/router';
import { useTexts } from '../../lib/texts';
import { Card, CardLink, Empty, SkeletonRows } from '../../ui/Card';
import { Change, MoneyChange } from '../../ui/Figures';
import { Mark } from '../../ui/Mark';
import { ProblemNote } from '../../ui/ProblemNote';
import { useShownNumbers } from './position';
import { usePositions } from './queries';
import { portfolioTexts } from './texts';

export function PositionsCard() {
  const t = useTexts(portfolioTexts);
  const positions = usePositions();
  const items = positions.data?.items ?? [];
  return (
    <Card title={t.positions} aside={<CardLink to="/positions">{t.seeAll}</CardLink>} testId="positions">
      {positions.isPending && <SkeletonRows count={2} />}
      <ProblemNote problem={positions.data ? null : positions.error} onRetry={() => void positions.refetch()} />
      {positions.data && items.length === 0 && (
        <Empty icon="wallet" what={t.none} next={t.noneNext}>
          <Link to="/trade" className="button primary small">{t.toTrade}</Link>
        </Empty>
      )}
      <div className="list">
        {items.slice(0, 6).map((one) => <PositionRow key={one.position_id} position={one} readAt={positions.dataUpdatedAt} />)}
      </div>
    </Card>
  );
}

function PositionRow({ position, readAt }: { position: Position; readAt: number }) {
  const t = useTexts(portfolioTexts);
  const known = useInstrument(position.instrument);
  const { pnl, rate } = useShownNumbers(position, readAt);
  return (
    <Link to="/positions" className="list-row" data-testid="position-row">
      <Mark text={known.sign} />
      <span className="grow">
        <span className="title">{known.label}</span>
        <br />
        <span className="sub num">
          {position.side === 'SHORT' && `${t.short} `}
          {exact(position.quantity)} {known.unit}
        </span>
      </span>
      <span className="end">
        <span className="title"><MoneyChange value={pnl} currency={known.quote} /></span>
        <br />
        <span className="sub">{rate != null && <Change value={rate} arrow={false}>{signed(percent(rate), rate)}</Change>}</span>
      </span>
    </Link>
  );
}
