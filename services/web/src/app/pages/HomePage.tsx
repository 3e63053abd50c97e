import { useMe } from '../../api/reads';
import { PriceList } from '../../features/market/PriceList';
import { OpenOrders } from '../../features/order/OpenOrders';
import { useOrders } from '../../features/order/queries';
import { CashCard, EquityCard } from '../../features/portfolio/EquityCard';
import { PositionsCard } from '../../features/portfolio/PositionsCard';
import { usePositions } from '../../features/portfolio/queries';
import { Link } from '../../lib/router';
import { useTexts } from '../../lib/texts';
import { Card } from '../../ui/Card';
import { Icon, type IconName } from '../../ui/Icon';
import { appTexts } from '../texts';

export function HomePage() {
  const t = useTexts(appTexts);
  const me = useMe();
  const name = me.data?.name || me.data?.username;
  return (
    <div data-testid="home">
      <div className="page-head wide-only"><h1>{name ? t.hello(name) : t.home}</h1></div>
      <div className="columns">
        <div>
          <EquityCard />
          <FirstSteps />
          <PositionsCard />
          <OpenOrders />
        </div>
        <div>
          <PriceList />
          <CashCard />
        </div>
      </div>
    </div>
  );
}

const STEPS: { key: 'chart' | 'order' | 'strategy'; to: string; icon: IconName }[] = [
  { key: 'chart', to: '/trade', icon: 'chart' },
  { key: 'order', to: '/trade', icon: 'send' },
  { key: 'strategy', to: '/strategies/new', icon: 'bolt' },
];

/** For somebody who has never ordered anything. */
function FirstSteps() {
  const t = useTexts(appTexts);
  const orders = useOrders();
  const positions = usePositions();
  const ordered = orders.data?.pages[0]?.items.length;
  if (ordered !== 0 || positions.data?.items.length !== 0) return null;
  return (
    <Card title={t.startTitle} testId="first-steps">
      <div className="list">
        {STEPS.map((step) => (
          <Link key={step.key} to={step.to} className="list-row">
            <span className="mark"><Icon name={step.icon} size={20} /></span>
            <span className="grow">
              <span className="title">{t.startSteps[step.key].what}</span>
              <br />
              <span className="sub">{t.startSteps[step.key].next}</span>
            </span>
            <Icon name="chevron" size={18} />
          </Link>
        ))}
      </div>
    </Card>
  );
}
