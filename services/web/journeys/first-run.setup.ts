import { expect, test } from '@playwright/test';
import { ADMIN, needsFirstAccount } from './household';
import { replay } from './recording';

test('the first account of an installation is created on the page', async ({ page }) => {
  test.skip(!(await needsFirstAccount()), 'this suite has its first account already');
  await page.goto('/');
  await expect(page.getByRole('heading', { name: '모아를 시작해요' })).toBeVisible();
  await page.getByLabel('이름', { exact: true }).fill(ADMIN.name);
  await page.getByLabel('이메일').fill('minji@example.com');
  await page.getByLabel('아이디').fill(ADMIN.username);
  await page.getByLabel('비밀번호', { exact: true }).fill('short');
  await page.getByRole('button', { name: '첫 계정 만들기' }).click();
  await expect(page.getByText('비밀번호는 12자 이상이어야 해요.')).toBeVisible();
  await expect(page.getByLabel('이메일')).toHaveValue('minji@example.com');
  await page.getByLabel('비밀번호', { exact: true }).fill(ADMIN.password);
  await page.getByRole('button', { name: '첫 계정 만들기' }).click();
  await expect(page.getByTestId('home')).toBeVisible();
  await expect(page.getByTestId('mode').filter({ visible: true })).toHaveText('모의');
});

test('a recording brings prices', async () => {
  await replay();
});
