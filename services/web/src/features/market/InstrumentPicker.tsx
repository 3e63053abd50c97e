import { useState } from 'react';
import { describe, type Known, useInstruments } from '../../api/reads';
import { useTexts } from '../../lib/texts';
import { price as shownPrice } from '../../lib/format';
import { usePrice } from '../../live/prices';
import { Empty, SkeletonRows } from '../../ui/Card';
import { Icon } from '../../ui/Icon';
import { Mark } from '../../ui/Mark';
import { ProblemNote } from '../../ui/ProblemNote';
import { Sheet } from '../../ui/Sheet';
import { marketTexts } from './texts';

interface PickerProps {
  chosen: string;
  onChoose: (instrument: string) => void;
  onClose: () => void;
}

export function InstrumentPicker({ chosen, onChoose, onClose }: PickerProps) {
  const t = useTexts(marketTexts);
  const [text, setText] = useState('');
  const all = useInstruments();
  const wanted = text.trim().toLowerCase();
  const found = (all.data ?? [])
    .map((one) => describe(one.instrument, one))
    .filter((one) => `${one.instrument} ${one.label}`.toLowerCase().includes(wanted))
    .slice(0, 60);
  return (
    <Sheet title={t.pick} onClose={onClose}>
      <div className="stack">
        <div className="input">
          <Icon name="search" size={18} />
          <input
            type="search" aria-label={t.search} placeholder={t.search} value={text} autoComplete="off"
            onChange={(event) => setText(event.target.value)}
          />
        </div>
        {all.isPending && <SkeletonRows count={5} />}
        <ProblemNote problem={all.error} onRetry={() => void all.refetch()} />
        {all.data && found.length === 0 && (
          <Empty
            icon="search" what={all.data.length === 0 ? t.noInstruments : t.nothingFound}
            next={all.data.length === 0 ? t.noInstrumentsNext : t.nothingFoundNext}
          />
        )}
        <div className="list" style={{ minHeight: 240 }}>
          {found.map((one) => (
            <button
              key={one.instrument} type="button" className="list-row" aria-pressed={one.instrument === chosen}
              onClick={() => onChoose(one.instrument)}
            >
              <Mark text={one.sign} />
              <span className="grow">
                <span className="title">{one.label}</span>
                <br />
                <span className="sub">{one.venue}</span>
              </span>
              <LatestPrice known={one} />
              {one.instrument === chosen && <Icon name="check" size={18} />}
            </button>
          ))}
        </div>
      </div>
    </Sheet>
  );
}

function LatestPrice({ known }: { known: Known }) {
  const quote = usePrice(known.instrument);
  return quote ? <span className="num strong">{shownPrice(quote.price, known.details)}</span> : null;
}
