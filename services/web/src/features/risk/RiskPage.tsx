import { useTexts } from '../../lib/texts';
import { ChangesCard } from './ChangesCard';
import { KillSwitchCard } from './KillSwitchCard';
import { LimitsCard } from './LimitsCard';
import './risk.css';
import { StateCard } from './StateCard';
import { riskTexts } from './texts';

export function RiskPage() {
  const t = useTexts(riskTexts);
  return (
    <div data-testid="risk">
      <div className="page-head wide-only"><h1>{t.risk}</h1></div>
      <div className="columns beside-first">
        <div><StateCard /><ChangesCard /><LimitsCard /></div>
        <div><KillSwitchCard /></div>
      </div>
    </div>
  );
}
