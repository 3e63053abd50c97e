import { navigate } from '../../lib/router';
import { useTexts } from '../../lib/texts';
import { Card, Skeleton } from '../../ui/Card';
import { ProblemNote } from '../../ui/ProblemNote';
import { toast } from '../../ui/Toast';
import { fromStrategy } from './draft';
import { useChangeStrategy, useStrategy } from './queries';
import { StrategyForm } from './StrategyForm';
import { strategyTexts } from './texts';

export function EditStrategyPage({ id }: { id: string }) {
  const t = useTexts(strategyTexts);
  const found = useStrategy(id);
  const change = useChangeStrategy(id);
  if (found.isPending) return <Card><Skeleton height={240} /></Card>;
  if (!found.data) return <Card><ProblemNote problem={found.error} onRetry={() => void found.refetch()} /></Card>;
  return (
    <StrategyForm
      title={t.edit} begin={fromStrategy(found.data)} saving={change.isPending} problem={change.error}
      onSave={(draft) =>
        change.mutate(draft, {
          onSuccess: () => {
            toast(t.changed);
            navigate(`/strategies/${id}`, { replace: true });
          },
        })
      }
    />
  );
}
