import { wordsOf } from '../lib/problemWords';
import { Problem } from '../lib/problem';
import { usePreferences } from '../lib/preferences';
import { useTexts } from '../lib/texts';
import { Button } from './Button';
import { Note } from './Card';
import { words } from './words';

/** What went wrong in plain words, every reason of it, and how to go on. */
export function ProblemNote({ problem, onRetry }: { problem: unknown; onRetry?: (() => void) | undefined }) {
  const t = useTexts(words);
  const { locale } = usePreferences();
  if (!problem) return null;
  const { sentence, reasons } = wordsOf(problem, locale);
  return (
    <Note tone="bad" icon={problem instanceof Problem && problem.status === 0 ? 'offline' : 'alert'}>
      <div className="stack" style={{ gap: 8 }}>
        <p className="strong">{sentence}</p>
        {reasons.length > 0 && (
          <ul>
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        )}
        {problem instanceof Problem && problem.status >= 500 && problem.requestId && (
          <p className="small">{t.requestId(problem.requestId)}</p>
        )}
        {onRetry && (
          <Button size="small" look="danger" icon="again" onClick={onRetry}>
            {t.again}
          </Button>
        )}
      </div>
    </Note>
  );
}
