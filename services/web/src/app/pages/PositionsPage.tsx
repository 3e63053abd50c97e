import { CashCard, EquityCard } from '../../features/portfolio/EquityCard';
import { PositionList } from '../../features/portfolio/PositionList';
import { useTexts } from '../../lib/texts';
import { appTexts } from '../texts';

export function PositionsPage() {
  const t = useTexts(appTexts);
  return (
    <>
      <div className="page-head wide-only"><h1>{t.positions}</h1></div>
      <div className="columns">
        <div><PositionList /></div>
        <div><EquityCard /><CashCard /></div>
      </div>
    </>
  );
}
