import { useState } from 'react';
import { Link } from '../../lib/router';
import { useTexts } from '../../lib/texts';
import { Button } from '../../ui/Button';
import { Card, Empty, SkeletonRows } from '../../ui/Card';
import { Segments } from '../../ui/Choice';
import { ProblemNote } from '../../ui/ProblemNote';
import './order.css';
import { OrderDetail } from './OrderDetail';
import { OrderRow } from './OrderRow';
import { PlanList } from './PlanList';
import { isOpen, useOrders } from './queries';
import { orderTexts } from './texts';

/** The list, and beside it (on a phone instead of it) the order that was chosen. */
export function OrdersPage({ id }: { id: string | undefined }) {
  const t = useTexts(orderTexts);
  return (
    <div className="orders-page">
      <div className="page-head wide-only"><h1>{t.orders}</h1></div>
      <div className="columns">
        <div className={id ? 'wide-only' : ''}><OrderList chosen={id} /></div>
        <div className={id ? '' : 'wide-only'}>
          {id ? <OrderDetail key={id} id={id} /> : <Card title={t.detail}><Empty icon="list" what={t.choose} /></Card>}
        </div>
      </div>
    </div>
  );
}

function OrderList({ chosen }: { chosen: string | undefined }) {
  const t = useTexts(orderTexts);
  const [which, setWhich] = useState<'all' | 'open' | 'plans'>('all');
  return (
    <Card>
      <div className="stack wide">
        <Segments
          label={t.which} value={which} onChange={setWhich}
          options={[{ value: 'all', label: t.all }, { value: 'open', label: t.open }, { value: 'plans', label: t.plansShort }]}
        />
        {which === 'plans' ? <PlanList /> : <Plain which={which} chosen={chosen} />}
      </div>
    </Card>
  );
}

function Plain({ which, chosen }: { which: 'all' | 'open'; chosen: string | undefined }) {
  const t = useTexts(orderTexts);
  const orders = useOrders();
  const all = orders.data?.pages.flatMap((page) => page.items) ?? [];
  const shown = which === 'open' ? all.filter(isOpen) : all;
  return (
    <>
      {orders.isPending && <SkeletonRows count={5} />}
      <ProblemNote problem={orders.error} onRetry={() => void orders.refetch()} />
      {orders.data && shown.length === 0 && (
        <Empty icon="list" what={which === 'open' ? t.noneOpen : t.none} next={which === 'open' ? t.noneOpenNext : t.noneNext}>
          <Link to="/trade" className="button primary">{t.toTrade}</Link>
        </Empty>
      )}
      <div className="list" style={{ marginTop: 0 }}>
        {shown.map((order) => <OrderRow key={order.order_id} order={order} chosen={order.order_id === chosen} />)}
      </div>
      {orders.hasNextPage && (
        <Button block busy={orders.isFetchingNextPage} onClick={() => void orders.fetchNextPage()}>{t.loadMore}</Button>
      )}
    </>
  );
}
