import type { List, Strategy } from '../src/api/types';
import { BTC } from './recording';
import { expect, expectNoSidewaysScroll, goTo, test } from './walk';

test('a strategy is created, checked, switched on and given a webhook', async ({ page, api }) => {
  await goTo(page, '전략');
  await page.getByRole('link', { name: '전략 만들기' }).click();
  await page.getByLabel('이름', { exact: true }).fill('비트코인 추세');
  await page.getByLabel('종목').selectOption(BTC);
  await page.getByLabel('빠른 EMA').fill('30');
  await page.getByRole('button', { name: '전략 저장하기' }).click();
  await expect(page.getByText('느린 EMA는 빠른 EMA보다 길어야 해요.')).toBeVisible();
  await page.getByLabel('빠른 EMA').fill('9');
  await page.getByRole('button', { name: '전략 저장하기' }).click();
  await expect(page.getByRole('heading', { name: '비트코인 추세' })).toBeVisible();
  await expectNoSidewaysScroll(page);

  const toggle = page.getByRole('switch', { name: '비트코인 추세 작동' });
  await expect(toggle).toHaveAttribute('aria-checked', 'false');
  await toggle.click();
  await expect(toggle).toHaveAttribute('aria-checked', 'true');
  const [strategy] = (await api.get<List<Strategy>>('/strategies')).items;
  expect(strategy).toMatchObject({ name: '비트코인 추세', instrument: BTC, active: true });

  await page.getByRole('button', { name: '웹훅 만들기' }).click();
  const sheet = page.getByRole('dialog');
  await expect(sheet).toContainText('/api/v1/webhook/tradingview');
  await expect(sheet).toContainText('strategy_id');
  await sheet.getByRole('button', { name: '복사했어요' }).click();
  await expect(sheet).toBeHidden();

  await page.getByRole('button', { name: '알림 기준 정하기' }).click();
  await page.getByRole('radio', { name: '거절' }).click();
  await page.getByRole('switch', { name: '조용하면 알리기' }).click();
  await page.getByLabel('몇 분 동안 조용하면').fill('90');
  await page.getByTestId('webhook-settings').getByRole('button', { name: '저장하기' }).click();
  await expect(page.getByTestId('webhook-state')).toContainText('90분 뒤');
  expect(await api.get(`/strategies/${strategy?.strategy_id}/webhook`)).toMatchObject({ sequence_policy: 'refuse', heartbeat_minutes: 90 });

  await page.goto(`/signals?strategy=${strategy?.strategy_id}&state=REFUSED`);
  await expect(page.getByTestId('signals-page')).toContainText('조건에 맞는 신호가 없어요');
  await page.getByRole('button', { name: '조건 지우기' }).click();
  await expect(page.getByLabel('상태')).toHaveValue('');
  await expectNoSidewaysScroll(page);

  await page.goto(`/strategies/${strategy?.strategy_id}`);
  await page.getByRole('button', { name: '전략 지우기' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '전략 지우기' }).click();
  await expect(page.getByText('아직 전략이 없어요')).toBeVisible();
});
