import { useTexts } from '../../lib/texts';
import { Card, CardLink, Empty, SkeletonRows } from '../../ui/Card';
import { ProblemNote } from '../../ui/ProblemNote';
import { OrderRow } from './OrderRow';
import { isOpen, useOrders } from './queries';
import { orderTexts } from './texts';

/** Orders that still wait; of one instrument where one is given. */
export function OpenOrders({ instrument }: { instrument?: string }) {
  const t = useTexts(orderTexts);
  const orders = useOrders();
  const open = (orders.data?.pages.flatMap((page) => page.items) ?? []).filter(
    (order) => isOpen(order) && (!instrument || order.instrument === instrument),
  );
  return (
    <Card title={t.openOrders} aside={<CardLink to="/orders">{t.allOrders}</CardLink>} testId="open-orders">
      {orders.isPending && <SkeletonRows count={2} />}
      <ProblemNote problem={orders.error} onRetry={() => void orders.refetch()} />
      {orders.data && open.length === 0 && <Empty icon="list" what={t.noneOpen} next={t.noneOpenNext} />}
      <div className="list">
        {open.slice(0, 6).map((order) => <OrderRow key={order.order_id} order={order} />)}
      </div>
    </Card>
  );
}
