import type { Known } from '../../api/reads';
import type { PriceRules } from '../../lib/tick';
import { exact, price as shownPrice } from '../../lib/format';
import { usePreferences } from '../../lib/preferences';
import { useTexts } from '../../lib/texts';
import { showTime } from '../../lib/time';
import { useVisible } from '../../lib/useVisible';
import { Card, Empty, SkeletonRows } from '../../ui/Card';
import { ProblemNote } from '../../ui/ProblemNote';
import { type Rung, ladder } from './ladder';
import './market.css';
import { useOrderbook } from './queries';
import { marketTexts } from './texts';

const DEPTH = 5;

/** Paper orders of the household that wait, and therefore meet each other first. */
export function OrderBook({ known }: { known: Known }) {
  const t = useTexts(marketTexts);
  const { locale, zone } = usePreferences();
  const [place, visible] = useVisible<HTMLDivElement>();
  const found = useOrderbook(known.instrument, visible);
  const book = found.data && ladder(found.data, DEPTH);
  const empty = book && book.asks.length + book.bids.length === 0;
  return (
    <div ref={place}>
      <Card
        title={t.book} testId="orderbook"
        aside={found.data?.time && !empty && <span className="num small soft">{showTime(found.data.time, 'clock', locale, zone)}</span>}
      >
        {found.isPending && <SkeletonRows count={2} />}
        <ProblemNote problem={found.data ? null : found.error} onRetry={() => void found.refetch()} />
        {empty && <Empty icon="list" what={t.bookEmpty} next={t.bookEmptyNext} />}
        {book && !empty && (
          <table className="book">
            <caption className="small soft">{t.bookWhat}</caption>
            <thead>
              <tr><th scope="col">{t.bookSide}</th><th scope="col">{t.bookPrice(known.quote)}</th><th scope="col">{t.bookQuantity(known.unit)}</th></tr>
            </thead>
            <tbody>
              {book.asks.map((one) => <BookRow key={`ask ${one.price}`} rung={one} side="ask" rules={known.details} />)}
              {book.spread !== undefined && (
                <tr className="book-spread"><td colSpan={3}>{t.spread} <span className="num">{exact(book.spread)}</span></td></tr>
              )}
              {book.bids.map((one) => <BookRow key={`bid ${one.price}`} rung={one} side="bid" rules={known.details} />)}
            </tbody>
          </table>
        )}
      </Card>
    </div>
  );
}

function BookRow({ rung, side, rules }: { rung: Rung; side: 'ask' | 'bid'; rules: PriceRules | undefined }) {
  const t = useTexts(marketTexts);
  return (
    <tr className={`book-row ${side}`}>
      <td className="small">{side === 'ask' ? t.sells : t.buys}</td>
      <td className="num strong">{shownPrice(rung.price, rules)}</td>
      <td className="num" style={{ backgroundSize: `${rung.share}% 100%` }}>{rung.quantity === undefined ? '–' : exact(rung.quantity)}</td>
    </tr>
  );
}
