import { randomUUID } from 'node:crypto';
import type { KillSwitchReport, List, Order, Placed } from '../src/api/types';
import { BTC } from './recording';
import { expect, expectNoSidewaysScroll, goTo, test } from './walk';

test('a tighter limit acts at once, a looser one waits', async ({ page, api }) => {
  await goTo(page, '위험 관리');
  await expect(page.getByTestId('risk-state')).toContainText('정상');
  await page.getByRole('button', { name: '고치기: 거래 횟수와 쉬는 시간' }).click();
  await page.getByLabel('하루 거래 횟수').fill('3');
  await page.getByRole('button', { name: '한도 저장' }).click();
  await expect(page.getByTestId('limits-pace')).toContainText('3');
  await page.getByRole('button', { name: '고치기: 거래 횟수와 쉬는 시간' }).click();
  await page.getByLabel('하루 거래 횟수').fill('9');
  await page.getByRole('button', { name: '한도 저장' }).click();
  await expect(page.getByTestId('risk-changes')).toContainText('9');
  expect(await api.get('/risk/limits')).toMatchObject({ max_daily_trades: 3 });
  await expectNoSidewaysScroll(page);
});

test('the kill switch needs two taps, and stays until it is lifted', async ({ page, api }) => {
  const wish = { instrument: BTC, side: 'BUY', type: 'LIMIT', quantity: '0.01', price: '20000' };
  const { order_id } = await api.post<Placed>('/trading/orders', wish, randomUUID());
  await goTo(page, '위험 관리');
  await page.getByRole('button', { name: '비상 정지 누르기' }).click();
  expect((await api.get<KillSwitchReport>('/risk/kill-switch')).on).toBe(false);
  await page.getByRole('button', { name: '네, 모두 멈춰요' }).click();
  await expect(page.getByTestId('kill-report')).toContainText('남은 주문도 보유 종목도 없어요.');
  expect((await api.get<Order>(`/trading/orders/${order_id}`)).status).toBe('CANCELLED');
  await page.reload();
  await expect(page.getByTestId('kill-switch')).toContainText('비상 정지가 켜져 있어요');
  await page.getByRole('button', { name: '비상 정지 풀기' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '비상 정지 풀기' }).click();
  await expect(page.getByRole('button', { name: '비상 정지 누르기' })).toBeVisible();
  expect((await api.get<List<Order>>('/trading/orders?status=open')).items).toEqual([]);
});

test('performance and approvals say what to do while there is nothing', async ({ page, api }) => {
  expect(await api.get('/performance/summary')).toMatchObject({ trades: 0, profit: '0' });
  await goTo(page, '성과');
  await expect(page.getByTestId('curve')).toContainText('아직 그릴 자산 기록이 없어요');
  await expectNoSidewaysScroll(page);
  await goTo(page, '승인');
  await expect(page.getByTestId('approvals')).toContainText('승인을 기다리는 주문이 없어요');
});
