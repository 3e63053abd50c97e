import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { compare, negate, sub } from '../src/lib/decimal';
import { exact, money } from '../src/lib/format';
import type { Fill, List, Order, Placed, Position, Quote } from '../src/api/types';
import { BTC } from './recording';
import { expect, expectNoSidewaysScroll, goTo, isPhone, test } from './walk';

async function openTicket(page: Page, side: '매수' | '매도'): Promise<void> {
  await page.goto(`/trade/${BTC}`);
  await expect(page.getByTestId('price')).toContainText(/\d/);
  if (isPhone(page)) await page.locator('.trade-bar').getByRole('button', { name: side }).click();
  else await page.getByRole('radio', { name: side, exact: true }).click();
}

test('a market order fills, and the page shows it without being loaded again', async ({ page, api }) => {
  await openTicket(page, '매수');
  await page.evaluate(() => Object.assign(window, { notReloaded: true }));
  await page.getByLabel('수량', { exact: true }).fill('0.05');
  await expect(page.getByTestId('reckoning')).toHaveAttribute('data-source', 'server');
  await expect(page.getByTestId('reckoning')).toContainText('예상 수수료');
  await page.getByRole('button', { name: '매수 확인하기' }).click();
  await expect(page.getByTestId('confirm')).toContainText('모의 주문이에요');
  await page.getByRole('button', { name: '모의 매수하기' }).dblclick();
  await expect(page.getByText(/체결: BTC\/USDT 0\.05 매수/)).toBeVisible();

  await goTo(page, '주문');
  await expect(page.getByTestId('order-row')).toHaveCount(1);
  await expect(page.getByTestId('order-row')).toHaveAttribute('data-status', 'FILLED');
  await page.getByTestId('order-row').click();
  await expect(page.getByTestId('fills')).toContainText('0.05');

  await goTo(page, '보유');
  await expect(page.getByTestId('position')).toHaveCount(1);
  expect(await page.evaluate(() => 'notReloaded' in window)).toBe(true);
  const [position] = (await api.get<List<Position>>('/positions')).items;
  const [fill] = (await api.get<List<Fill>>('/trading/history')).items;
  if (!position || !fill) throw new Error('no position or no fill');
  expect(position.quantity).toBe('0.05');
  expect(compare(position.entry_price, fill.price)).toBe(0);
  expect(compare(position.realized_pnl, negate(fill.fee))).toBe(0);
  await expect(page.getByTestId('position-quantity')).toHaveText(exact(position.quantity));
  await expect(page.getByTestId('position-entry')).toHaveAttribute('title', position.entry_price);
  await expect(page.getByTestId('position')).toContainText(money(negate(fill.fee), 'USDT'));
  await expectNoSidewaysScroll(page);

  await page.getByRole('button', { name: '정리', exact: true }).click();
  await page.getByRole('radio', { name: '전부' }).click();
  await page.getByRole('button', { name: '정리하기' }).click();
  await expect(page.getByText('보유한 종목이 없어요')).toBeVisible();
});

test('a limit order waits and is cancelled', async ({ page, api }) => {
  await openTicket(page, '매수');
  await page.getByRole('radio', { name: '지정가' }).click();
  await page.getByLabel('가격').fill('20000');
  await page.getByLabel('수량', { exact: true }).fill('0.01');
  await page.getByRole('button', { name: '매수 확인하기' }).click();
  await page.getByRole('button', { name: '모의 매수하기' }).click();
  await expect(page.getByText('주문을 보냈어요')).toBeVisible();

  await goTo(page, '주문');
  await expect(page.getByTestId('order-row')).toHaveAttribute('data-status', 'ACCEPTED');
  await page.getByTestId('order-row').click();
  await page.getByRole('button', { name: '주문 취소' }).click();
  await expect(page.getByTestId('order-detail')).toContainText('취소');
  await expect.poll(async () => (await api.get<List<Order>>('/trading/orders')).items.map((one) => one.status)).toEqual(['CANCELLED']);
  await goTo(page, '홈');
  await expect(page.getByTestId('open-orders')).toContainText('기다리는 주문이 없어요');
});

test('an order beyond the cash is not sent, and what was typed stays', async ({ page, api }) => {
  await openTicket(page, '매수');
  await page.getByLabel('수량', { exact: true }).fill('900');
  await page.getByRole('button', { name: '매수 확인하기' }).click();
  await expect(page.getByText('주문 가능 금액보다 커요.')).toBeVisible();
  await expect(page.getByLabel('수량', { exact: true })).toHaveValue('900');
  expect((await api.get<List<Order>>('/trading/orders')).items).toEqual([]);
});

test('a lost answer is asked for again and orders only once', async ({ page, api }) => {
  await openTicket(page, '매수');
  await page.getByLabel('수량', { exact: true }).fill('0.02');
  await page.getByRole('button', { name: '매수 확인하기' }).click();
  let lost = 0;
  await page.route('**/api/v1/trading/orders', async (route) => {
    if (route.request().method() !== 'POST' || lost > 0) return route.fallback();
    lost += 1;
    await route.fetch();
    return route.abort('connectionreset');
  });
  await page.getByRole('button', { name: '모의 매수하기' }).click();
  await expect(page.getByText('다시 보내도 한 번만 처리돼요.')).toBeVisible();
  await page.getByRole('button', { name: '다시 보내기' }).click();
  await expect(page.getByText('주문을 보냈어요')).toBeVisible();
  expect(lost).toBe(1);
  expect((await api.get<List<Order>>('/trading/orders')).items).toHaveLength(1);
});

test('the server says before the order is sent what speaks against it', async ({ page, api }) => {
  await openTicket(page, '매도');
  await page.getByLabel('수량', { exact: true }).fill('0.01');
  await page.getByRole('radio', { name: '지정가' }).click();
  await page.getByLabel('가격').fill('90000');
  await page.route('**/api/v1/trading/orders/preview', async (route) => {
    const answer = (await (await route.fetch()).json()) as Record<string, unknown>;
    await route.fulfill({ json: { ...answer, refusals: [{ code: 'max_order_value', message: 'Above the limit.' }] } });
  });
  await page.getByRole('radio', { name: '매수', exact: true }).click();
  await expect(page.getByTestId('reckoning')).toContainText('이대로 보내면 받지 않아요');
  await expect(page.getByTestId('reckoning')).toContainText('주문 한 번의 한도를 넘어요.');
  await page.getByLabel('수량', { exact: true }).fill('0.02');
  await expect(page.getByRole('button', { name: '매수 확인하기' })).toBeEnabled();
  expect((await api.get<List<Order>>('/trading/orders')).items).toEqual([]);
});

test('an order of several parts shows them, is changed and is cancelled as one', async ({ page, api }) => {
  const wish = { instrument: BTC, side: 'BUY', type: 'BRACKET', quantity: '0.01', price: '20000', take_profit: '30000', stop_loss: '15000' };
  const { order_id } = await api.post<Placed>('/trading/orders', wish, randomUUID());
  await goTo(page, '주문');
  await page.getByRole('radio', { name: '묶음' }).click();
  const plan = page.getByTestId('plan');
  await expect(plan).toContainText('진입');
  await expect(plan).toContainText('20,000');
  await expectNoSidewaysScroll(page);
  await plan.getByRole('button', { name: '주문 고치기' }).click();
  await page.getByLabel('손절가').fill('16000');
  await page.getByRole('button', { name: '고쳐서 보내기' }).click();
  await expect(page.getByText('주문을 고쳤어요')).toBeVisible();
  await expect.poll(async () => (await api.get<Order>(`/trading/orders/${order_id}`)).stop_loss).toBe('16000');
  await plan.getByRole('button', { name: '묶음 취소' }).click();
  await page.getByTestId('end-plan').getByRole('button', { name: '묶음 취소' }).click();
  await expect(page.getByTestId('plans')).toContainText('진행 중인 묶음 주문이 없어요');
  await page.getByText('끝난 묶음 주문 1건').click();
  await expect(page.getByTestId('order-row')).toContainText('브래킷');
  expect((await api.get<List<Order>>('/trading/orders?status=open')).items).toEqual([]);
});

test('a waiting paper order stands in the book of the household', async ({ page, api }) => {
  // Just below the market: only the best prices of the household are shown.
  const [quote] = (await api.get<List<Quote>>(`/market/quotes?instruments=${BTC}`)).items;
  const price = sub(quote?.price ?? '0', '7.31');
  const { order_id } = await api.post<Placed>('/trading/orders', { instrument: BTC, side: 'BUY', type: 'LIMIT', quantity: '0.003', price }, randomUUID());
  await page.goto(`/trade/${BTC}`);
  await page.getByTestId('orderbook').scrollIntoViewIfNeeded();
  await expect(page.getByTestId('orderbook')).toContainText(exact(price));
  await expectNoSidewaysScroll(page);
  await api.delete(`/trading/orders/${order_id}`);
});
