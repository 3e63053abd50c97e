import type { Known } from '../../api/reads';
import { exact, money, price as shownPrice, withCurrency } from '../../lib/format';
import { usePreferences } from '../../lib/preferences';
import { wordsOfReason } from '../../lib/problemWords';
import { sayServer } from '../../lib/serverWords';
import { useTexts } from '../../lib/texts';
import { Note } from '../../ui/Card';
import { ProblemNote } from '../../ui/ProblemNote';
import { type Draft, estimate, priceOf, type Terms } from './estimate';
import { worstPrice } from './kinds';
import { linesOf, speaksAgainst } from './preview';
import type { Previewed } from './queries';
import { orderTexts } from './texts';

interface ReckoningProps {
  draft: Draft;
  terms: Terms;
  known: Known;
  previewed: Previewed;
}

/** What the order will cost, as the server reckons it; until it has answered for what is typed now, a guess of the page. */
export function Reckoning({ draft, terms, known, previewed }: ReckoningProps) {
  const t = useTexts(orderTexts);
  const { preview, asking, problem } = previewed;
  const lines = preview ? linesOf(preview, draft.side) : [];
  const about = worstPrice(draft) ? '' : `${t.about} `;
  return (
    <div className="stack" data-testid="reckoning" data-source={lines.length > 0 ? 'server' : 'page'} aria-busy={asking || undefined}>
      {lines.length > 0 && preview ? (
        <dl className="pairs reckoning">
          {lines.map(({ name, amount }, index) => (
            <div key={name} className={index === lines.length - 1 ? 'sum' : ''}>
              <dt>{t.lines[name]}</dt>
              <dd title={`${exact(amount)} ${preview.currency}`}>{about + withCurrency(money(amount, preview.currency), preview.currency)}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <Guess draft={draft} terms={terms} known={known} about={about} />
      )}
      {preview?.reference_price && about && (
        <p className="hint">{t.reckonedAt(`${shownPrice(preview.reference_price, known.details)} ${known.quote}`)}</p>
      )}
      {asking && <p className="hint">{t.askingServer}</p>}
      <Against previewed={previewed} />
      {speaksAgainst(problem) && <ProblemNote problem={problem} />}
    </div>
  );
}

function Guess({ draft, terms, known, about }: Omit<ReckoningProps, 'previewed'> & { about: string }) {
  const t = useTexts(orderTexts);
  const { value, fee, total } = estimate(draft, terms);
  const shown = (amount: string | undefined): string =>
    amount === undefined ? '–' : about + withCurrency(money(amount, known.quote), known.quote);
  const feeKnown = fee !== undefined || value === undefined;
  return (
    <dl className="pairs reckoning">
      <div><dt>{t.lines.estimate}</dt><dd>{shown(value)}</dd></div>
      <div><dt>{t.lines.fee}</dt><dd>{feeKnown ? shown(fee) : t.feeUnknown}</dd></div>
      <div className="sum"><dt>{draft.side === 'BUY' ? t.lines.pays : t.lines.receives}</dt><dd>{shown(total ?? (feeKnown ? undefined : value))}</dd></div>
      {draft.type === 'MARKET' && priceOf(draft, terms) === undefined && <p className="hint wrong">{t.noPrice}</p>}
    </dl>
  );
}

/** Told before it is sent, and it may be sent all the same: the server judges again. */
function Against({ previewed: { preview } }: { previewed: Previewed }) {
  const t = useTexts(orderTexts);
  const { locale } = usePreferences();
  if (!preview) return null;
  return (
    <>
      {preview.refusals.length > 0 && (
        <Note tone="bad" icon="alert">
          <p className="strong">{t.wouldRefuse}</p>
          <ul>{preview.refusals.map((one) => <li key={one.code + one.message}>{wordsOfReason(one.code, one.message, locale)}</li>)}</ul>
        </Note>
      )}
      {preview.warnings.map((one) => <Note key={one} tone="care" icon="info">{sayServer(one, locale)}</Note>)}
    </>
  );
}
