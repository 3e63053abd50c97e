import { useMutation } from '@tanstack/react-query';
import { api } from '../../api/client';
import { useTexts } from '../../lib/texts';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { ProblemNote } from '../../ui/ProblemNote';
import { performanceTexts } from './texts';

function offer(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** Everything a tax adviser or a spreadsheet wants. */
export function Files() {
  const t = useTexts(performanceTexts);
  const fetched = useMutation({
    mutationFn: async ({ path, name }: { path: string; name: string }) => offer(await api.file(path), name),
  });
  return (
    <Card title={t.files}>
      <div className="stack">
        <ProblemNote problem={fetched.error} />
        <Button block onClick={() => fetched.mutate({ path: '/trading/history?format=csv', name: 'moa-fills.csv' })}>{t.fillsFile}</Button>
        <Button block onClick={() => fetched.mutate({ path: '/positions/history?format=csv', name: 'moa-positions.csv' })}>{t.positionsFile}</Button>
      </div>
    </Card>
  );
}
