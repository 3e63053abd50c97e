import { compare, type Decimal, div, mul, trim } from './decimal';

/** How finely prices move; at some venues the step grows with the price. */
export interface PriceRules {
  tick_size?: Decimal | null;
  /** Ascending; from each price on its tick holds. */
  ticks?: { from: Decimal; tick: Decimal }[] | null;
}

export function tickAt(rules: PriceRules | undefined, price: Decimal | undefined): Decimal | undefined {
  let tick = rules?.tick_size ?? undefined;
  if (price === undefined) return tick;
  for (const band of rules?.ticks ?? []) if (compare(price, band.from) >= 0) tick = band.tick;
  return tick;
}

/** The price of the grid that lies nearest. */
export function onTick(price: Decimal, rules: PriceRules | undefined): Decimal {
  const tick = tickAt(rules, price);
  return tick === undefined ? price : trim(mul(div(price, tick, 0), tick));
}
