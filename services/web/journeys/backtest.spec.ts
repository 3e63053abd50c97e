import { BTC } from './recording';
import { expect, expectNoSidewaysScroll, goTo, test } from './walk';

test('a backtest runs to its end and shows its result', async ({ page, person }) => {
  expect(person.username).toBeTruthy();
  await goTo(page, '백테스트');
  await page.getByLabel('종목').selectOption(BTC);
  await page.getByLabel('빠른 EMA').fill('5');
  await page.getByLabel('느린 EMA').fill('20');
  await page.getByRole('button', { name: '백테스트 시작하기' }).click();
  await expect(page.getByTestId('run')).toHaveAttribute('data-status', 'COMPLETED', { timeout: 40_000 });
  await expect(page.getByTestId('headline')).toContainText('USDT');
  await expect(page.getByTestId('figures')).toContainText('거래 수');
  await expect(page.getByTestId('trades').locator('.trade').first()).toBeVisible();
  await expect(page.getByRole('figure', { name: '자산 곡선' }).locator('canvas').first()).toBeVisible();
  await expectNoSidewaysScroll(page);
  await goTo(page, '백테스트');
  await expect(page.getByTestId('run-row')).toHaveCount(1);
});

test('every kind of strategy is asked for its own numbers', async ({ page, person }) => {
  expect(person.username).toBeTruthy();
  await goTo(page, '백테스트');
  await page.getByLabel('전략 종류').selectOption('grid');
  await page.getByLabel('종목').selectOption(BTC);
  await expect(page.getByLabel('익절')).toHaveCount(0);
  await page.getByRole('button', { name: '백테스트 시작하기' }).click();
  await expect(page.getByTestId('run-form')).toContainText('넣을 수 있어요');
  await page.getByLabel('전략 종류').selectOption('rsi_reversal');
  await page.getByLabel('기간').fill('10');
  await page.getByRole('button', { name: '백테스트 시작하기' }).click();
  await expect(page.getByTestId('run')).toHaveAttribute('data-status', 'COMPLETED', { timeout: 40_000 });
  await expect(page.getByRole('heading', { name: /RSI 반전 10/ })).toBeVisible();
});
