import type { StrategyDraft } from '../../api/types';
import { useInstrument } from '../../api/reads';
import { exact, money, price as shownPrice, round2, withCurrency } from '../../lib/format';
import { usePreferences } from '../../lib/preferences';
import { sayServer } from '../../lib/serverWords';
import { useTexts } from '../../lib/texts';
import { Button } from '../../ui/Button';
import { Card, Note } from '../../ui/Card';
import { ProblemNote } from '../../ui/ProblemNote';
import { useSimulateRisk } from './queries';
import { strategyTexts } from './texts';

/** What one entry could cost at worst, asked of the server before anything is saved. */
export function RiskCheck({ draft }: { draft: StrategyDraft }) {
  const t = useTexts(strategyTexts);
  const { locale } = usePreferences();
  const simulate = useSimulateRisk();
  const known = useInstrument(draft.instrument);
  const found = simulate.data;
  const stale = simulate.variables !== undefined && JSON.stringify(simulate.variables) !== JSON.stringify(draft);
  return (
    <Card title={t.riskCheck} testId="risk-check">
      <div className="stack">
        <p className="soft small">{t.riskCheckHint}</p>
        {found && !stale && (
          <dl className="pairs">
            {found.position_size != null && <div><dt>{t.positionSize}</dt><dd className="num">{exact(found.position_size)} {known.unit}</dd></div>}
            <div>
              <dt>{t.maxLoss}</dt>
              <dd className="num strong">{found.max_loss == null ? '–' : withCurrency(money(found.max_loss, known.quote), known.quote)}</dd>
            </div>
            {found.risk_reward_ratio != null && <div><dt>{t.riskReward}</dt><dd className="num">1 : {exact(round2(found.risk_reward_ratio))}</dd></div>}
            {found.liquidation_price != null && <div><dt>{t.liquidation}</dt><dd className="num">{shownPrice(found.liquidation_price, known.details)}</dd></div>}
          </dl>
        )}
        {found && !stale && found.warnings.map((warning) => <Note key={warning} tone="care" icon="alert">{sayServer(warning, locale)}</Note>)}
        <ProblemNote problem={simulate.error} />
        <Button block busy={simulate.isPending} onClick={() => simulate.mutate(draft)}>{t.riskAsk}</Button>
      </div>
    </Card>
  );
}
