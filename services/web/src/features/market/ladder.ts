import type { Orderbook } from '../../api/types';
import { compare, type Decimal, div, mul, sub, toDrawing } from '../../lib/decimal';

export interface Rung {
  price: Decimal;
  quantity: Decimal | undefined;
  /** Percent of the largest quantity shown, for the bar behind it. */
  share: number;
}

export interface Ladder {
  /** The dearest first, as a book is read from top to bottom. */
  asks: Rung[];
  bids: Rung[];
  spread: Decimal | undefined;
}

/** The best prices of both sides. */
export function ladder({ bids, asks }: Orderbook, depth: number): Ladder {
  const best = { asks: asks.slice(0, depth), bids: bids.slice(0, depth) };
  const most = [...best.asks, ...best.bids].reduce<Decimal>(
    (known, { quantity }) => (quantity != null && compare(quantity, known) > 0 ? quantity : known), '0',
  );
  const rung = ({ price, quantity }: Orderbook['bids'][number]): Rung => ({
    price,
    quantity: quantity ?? undefined,
    share: quantity != null && compare(most, '0') > 0 ? toDrawing(div(mul(quantity, '100'), most, 1)) : 0,
  });
  const [ask] = asks;
  const [bid] = bids;
  return { asks: best.asks.map(rung).reverse(), bids: best.bids.map(rung), spread: ask && bid ? sub(ask.price, bid.price) : undefined };
}
