import { Link } from '../../lib/router';
import { useTexts } from '../../lib/texts';
import { Icon } from '../../ui/Icon';
import { LiveState } from '../Marks';
import { type Section, SECTIONS } from '../sections';
import { appTexts } from '../texts';

const ITEMS = ['positions', 'approvals', 'performance', 'risk', 'backtest', 'accounts', 'settings'] as const satisfies Section[];

export function MorePage() {
  const t = useTexts(appTexts);
  return (
    <div className="card">
      <h1 className="hidden-text">{t.more}</h1>
      <nav className="menu-list" aria-label={t.more}>
        {ITEMS.map((one) => (
          <Link key={one} to={SECTIONS[one].to} className="list-row">
            <span className="mark"><Icon name={SECTIONS[one].icon} size={20} /></span>
            <span className="grow">
              <span className="title">{t[one]}</span>
              <br />
              <span className="sub">{t.menuFor[one]}</span>
            </span>
            <Icon name="chevron" size={18} />
          </Link>
        ))}
      </nav>
      <LiveState />
    </div>
  );
}
