import { navigate, usePlace } from '../../lib/router';
import { useTexts } from '../../lib/texts';
import { toast } from '../../ui/Toast';
import { fromQuery } from './draft';
import { useCreateStrategy } from './queries';
import { StrategyForm } from './StrategyForm';
import { strategyTexts } from './texts';

/** Empty, or filled with what a backtest was told. */
export function NewStrategyPage() {
  const t = useTexts(strategyTexts);
  const { query } = usePlace();
  const create = useCreateStrategy();
  return (
    <StrategyForm
      title={t.create} begin={fromQuery(query)} saving={create.isPending} problem={create.error}
      onSave={(draft) =>
        create.mutate(draft, {
          onSuccess: (made) => {
            toast(t.saved);
            navigate(`/strategies/${made.strategy_id}`, { replace: true });
          },
        })
      }
    />
  );
}
