import { useMemo } from 'react';
import type { Known } from '../../api/reads';
import { add, type Decimal, sub } from '../../lib/decimal';
import { isContract } from '../../lib/instrument';
import { usePrice } from '../../live/prices';
import type { Terms } from './estimate';
import { isOpen, useHoldings, useOrders, usePurse } from './queries';

/** Everything the ticket reckons with, from answers of the API and the latest price; what another account holds, and what a contract needs, only the server knows. */
export function useTerms(known: Known, account: string): Terms {
  const quote = usePrice(known.instrument);
  const purse = usePurse();
  const holdings = useHoldings();
  const orders = useOrders();
  return useMemo(() => {
    const elsewhere = account !== '' || isContract(known.instrument);
    const cash = purse.data?.cash.find((one) => one.currency === known.quote)?.available;
    const position = holdings.data?.items.find((one) => one.instrument === known.instrument && one.side === 'LONG');
    let held: Decimal | undefined = holdings.data && (position?.quantity ?? '0');
    for (const order of orders.data?.pages.flatMap((page) => page.items) ?? []) {
      const waits = isOpen(order) && order.side === 'SELL' && order.instrument === known.instrument;
      if (held && waits && order.quantity) held = sub(add(held, order.filled_quantity), order.quantity);
    }
    return {
      instrument: known.instrument,
      last: quote?.price,
      bid: quote?.bid ?? undefined,
      ask: quote?.ask ?? undefined,
      rules: known.details,
      step: known.details?.quantity_step ?? undefined,
      feeRate: known.details?.taker_fee ?? undefined,
      cash: elsewhere ? undefined : purse.data && (cash ?? '0'),
      held: elsewhere ? undefined : held,
    };
  }, [known, account, quote, purse.data, holdings.data, orders.data]);
}
