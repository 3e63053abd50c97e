import { useTexts } from '../../lib/texts';
import { Logo } from '../../ui/Icon';
import './session.css';
import { sessionTexts } from './texts';

/** Before the page knows who is here, or while nobody can be asked. */
export function Waiting({ away }: { away: boolean }) {
  const t = useTexts(sessionTexts);
  return (
    <div className="waiting" role="status">
      <Logo size={56} />
      {away ? (
        <div className="stack tight">
          <p className="strong">{t.away}</p>
          <p className="soft small">{t.awayNext}</p>
        </div>
      ) : (
        <p className="hidden-text">{t.starting}</p>
      )}
    </div>
  );
}
