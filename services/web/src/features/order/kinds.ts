import type { Decimal } from '../../lib/decimal';

/** Every way to order, in the order in which the ticket offers them. */
export const KINDS = ['MARKET', 'LIMIT', 'STOP', 'STOP_LIMIT', 'TRAILING_STOP', 'OCO', 'BRACKET', 'ICEBERG', 'DCA'] as const;
export type Kind = (typeof KINDS)[number];
/** The two that most people need stand alone. */
export const PLAIN = ['MARKET', 'LIMIT'] as const satisfies Kind[];
export const SPECIAL = KINDS.slice(2) as Exclude<Kind, (typeof PLAIN)[number]>[];

export const LASTING = ['GTC', 'DAY', 'GTD', 'IOC', 'FOK'] as const;
export type Lasting = (typeof LASTING)[number];

/** Prices somebody may type, under the names the API gives them. */
export type PriceField = 'price' | 'stop_price' | 'activation_price' | 'take_profit' | 'stop_loss';

interface Shape {
  needs: readonly PriceField[];
  may?: readonly PriceField[];
  trails?: boolean;
  hides?: boolean;
  steps?: boolean;
  lasts?: readonly Lasting[];
  posts?: boolean;
}

/** What each kind asks for; what it does not name is neither shown nor sent. */
export const SHAPES: Record<Kind, Shape> = {
  MARKET: { needs: [] },
  LIMIT: { needs: ['price'], lasts: LASTING, posts: true },
  STOP: { needs: ['stop_price'], lasts: ['GTC', 'DAY', 'GTD'] },
  STOP_LIMIT: { needs: ['stop_price', 'price'], lasts: ['GTC', 'DAY', 'GTD'] },
  TRAILING_STOP: { needs: [], may: ['activation_price'], trails: true, lasts: ['GTC', 'DAY', 'GTD'] },
  OCO: { needs: ['price', 'stop_price'], lasts: ['GTC', 'DAY', 'GTD'] },
  BRACKET: { needs: ['take_profit', 'stop_loss'], may: ['price'], lasts: ['GTC', 'DAY', 'GTD'] },
  ICEBERG: { needs: ['price'], hides: true, lasts: ['GTC', 'DAY', 'GTD'] },
  DCA: { needs: [], may: ['price'], steps: true, lasts: ['GTC', 'GTD'] },
};

/** How a kind of order is set up beyond side and size; texts exactly as typed. */
export interface Setup {
  type: Kind;
  prices: Partial<Record<PriceField, string>>;
  trail: string;
  trailBy: 'percent' | 'amount';
  shown: string;
  /** How many entries a DCA makes, and how far apart: percent of the price, or minutes. */
  entries: string;
  stepBy: 'percent' | 'minutes';
  step: string;
  lasting: Lasting;
  /** The last day of a GTD order, `2026-11-30`. */
  lastDay: string;
  postOnly: boolean;
  reduceOnly: boolean;
}

export const PLAIN_SETUP: Setup = {
  type: 'MARKET', prices: {}, trail: '', trailBy: 'percent', shown: '', entries: '4', stepBy: 'percent', step: '', lasting: 'GTC', lastDay: '', postOnly: false, reduceOnly: false,
};

export const priceFields = (type: Kind): readonly PriceField[] => [...SHAPES[type].needs, ...(SHAPES[type].may ?? [])];

/** Whether it is certain to trade no worse than a price somebody typed. */
export function worstPrice({ type, prices }: Setup): Decimal | undefined {
  if (type === 'STOP') return prices.stop_price;
  return priceFields(type).includes('price') ? prices.price : undefined;
}
