import type { Page } from '@playwright/test';
import { compare, negate } from '../src/lib/decimal';
import { exact, money } from '../src/lib/format';
import type { Fill, List, Order, Position } from '../src/api/types';
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
  await expect(page.getByText('예상 수수료')).toBeVisible();
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
