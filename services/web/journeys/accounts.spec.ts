import type { Account, List, Mode } from '../src/api/types';
import { expect, expectNoSidewaysScroll, goTo, test } from './walk';

test('a paper account is added, tested and removed', async ({ page, api }) => {
  await goTo(page, '계좌');
  await expect(page.getByTestId('my-accounts')).toContainText('지금은 모의 계좌만 있어요');
  await page.getByRole('button', { name: '계좌 추가' }).click();
  await page.getByLabel('이름').fill('연습 둘째');
  await page.getByTestId('add-account').getByRole('button', { name: '계좌 추가하기' }).click();
  await expect(page.getByTestId('account-row')).toHaveCount(2);
  await expectNoSidewaysScroll(page);

  await page.getByTestId('account-row').filter({ hasText: '연습 둘째' }).click();
  await expect(page.getByTestId('balance')).toContainText('USDT');
  await page.getByRole('button', { name: '연결 시험하기' }).click();
  await expect(page.getByTestId('account-facts')).toContainText('연결됐어요');
  await expect(page.getByTestId('account-facts')).toContainText('통과');
  const made = (await api.get<List<Account>>('/accounts')).items.find((one) => one.label === '연습 둘째');
  expect(made).toMatchObject({ broker: 'PAPER', environment: 'PAPER', test_passed: true });
  await expectNoSidewaysScroll(page);

  await page.getByRole('button', { name: '계좌 지우기' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '계좌 지우기' }).click();
  await expect(page.getByTestId('account-row')).toHaveCount(1);
  expect((await api.get<List<Account>>('/accounts')).items).toHaveLength(1);
});

test('a broker that cannot be used yet says so before it asks for keys', async ({ page, api }) => {
  await goTo(page, '계좌');
  await page.getByRole('button', { name: '계좌 추가' }).click();
  const sheet = page.getByTestId('add-account');
  await sheet.getByLabel('어디 계좌인가요?').selectOption('UPBIT');
  await sheet.getByRole('radio', { name: '실제' }).click();
  await sheet.getByRole('button', { name: '다음' }).click();
  await expect(sheet).toContainText('이 버전에서는 아직 이곳과 거래할 수 없어요.');
  await expect(sheet.getByLabel('시크릿 키')).toHaveCount(0);
  expect((await api.get<List<Account>>('/accounts')).items).toHaveLength(1);
});

test('real trading asks for a code, and a refusal leaves it on paper', async ({ page, api }) => {
  const badge = page.getByTestId('mode').filter({ visible: true });
  await expect(badge).toHaveText('모의');
  await badge.click();
  await expect(page.getByTestId('mode-now')).toHaveText('모의 투자');
  await page.getByTestId('mode-card').getByRole('button', { name: '실제 투자로 바꾸기' }).click();
  const sheet = page.getByTestId('real-sheet');
  await expect(sheet).toContainText('두 번째 인증과 새 코드');
  await sheet.getByLabel('인증 코드').fill('123456');
  await sheet.getByRole('button', { name: '실제 투자로 바꾸기' }).click();
  await expect(sheet.getByRole('alert')).toContainText('권한이 없어요');
  await expectNoSidewaysScroll(page);
  expect(await api.get<{ mode: Mode }>('/users/me/trading-mode')).toEqual({ mode: 'PAPER' });
});

test('real money is told on every page, and the way back is one tap', async ({ page, person }) => {
  expect(person.username).toBeTruthy();
  let mode = 'REAL';
  await page.route('**/api/v1/users/me/trading-mode', async (route) => {
    if (route.request().method() === 'PUT') mode = (route.request().postDataJSON() as { mode: string }).mode;
    await route.fulfill({ json: { mode } });
  });
  await page.reload();
  await expect(page.getByTestId('mode').filter({ visible: true })).toHaveText('실제 투자');
  await goTo(page, '계좌');
  await page.getByRole('button', { name: '모의 투자로 바꾸기' }).click();
  await expect(page.getByTestId('mode').filter({ visible: true })).toHaveText('모의');
});
