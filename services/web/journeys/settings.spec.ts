import { expect, expectNoSidewaysScroll, goTo, test } from './walk';

test('language, theme and colours change at once and are kept', async ({ page, person }) => {
  expect(person.username).toBeTruthy();
  await goTo(page, '설정');
  await page.getByRole('radio', { name: '어둡게' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.getByRole('radio', { name: '서양식' }).click();
  await expect(page.getByText('오르면 초록, 내리면 빨강')).toBeVisible();
  await page.getByRole('radio', { name: 'English' }).click();
  await expect(page.getByText('Up is green, down is red')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expectNoSidewaysScroll(page);

  await page.reload();
  await expect(page.getByRole('radio', { name: 'Dark' })).toHaveAttribute('aria-checked', 'true');
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await expect(page.getByText('Up is green, down is red')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('the chart changes its interval and keeps its attribution', async ({ page, person }) => {
  expect(person.username).toBeTruthy();
  await goTo(page, '거래');
  await expect(page.locator('#tv-attr-logo')).toBeVisible();
  await page.getByRole('radio', { name: '5분', exact: true }).click();
  await expect(page.getByRole('figure', { name: /5분 캔들 차트/ })).toBeVisible();
  await expectNoSidewaysScroll(page);
});
