import { invite, member, stranger } from './household';
import { expect, expectNoSidewaysScroll, goTo, signIn, test } from './walk';

test('somebody invited registers and finds an empty, explained home', async ({ page }) => {
  const person = stranger();
  await page.goto(`/register?invite=${encodeURIComponent(await invite())}`);
  await page.getByLabel('이름', { exact: true }).fill(person.name);
  await page.getByLabel('이메일').fill(`${person.username}@example.com`);
  await page.getByLabel('아이디').fill(person.username);
  await page.getByLabel('비밀번호', { exact: true }).fill(person.password);
  await page.getByRole('button', { name: '가입하기' }).click();
  await expect(page.getByTestId('home')).toBeVisible();
  await expect(page.getByTestId('equity-USDT')).toContainText('100,000.00 USDT');
  await expect(page.getByTestId('equity-KRW')).toContainText('₩100,000,000');
  await expect(page.getByTestId('first-steps')).toBeVisible();
  await expect(page.getByText('보유한 종목이 없어요')).toBeVisible();
  await expect(page.getByTestId('mode').filter({ visible: true })).toHaveText('모의');
  await expectNoSidewaysScroll(page);
});

test('a wrong invite is refused and nothing typed is lost', async ({ page }) => {
  const person = stranger();
  await page.goto('/register');
  await page.getByLabel('초대 코드').fill('no-such-invite');
  await page.getByLabel('이름', { exact: true }).fill(person.name);
  await page.getByLabel('이메일').fill(`${person.username}@example.com`);
  await page.getByLabel('아이디').fill(person.username);
  await page.getByLabel('비밀번호', { exact: true }).fill(person.password);
  await page.getByRole('button', { name: '가입하기' }).click();
  await expect(page.getByRole('alert')).toContainText('초대 코드가 맞지 않거나');
  await expect(page.getByLabel('아이디')).toHaveValue(person.username);
});

test('a wrong password and a wrong name are told alike', async ({ page }) => {
  const person = await member();
  await page.goto('/');
  for (const username of [person.username, stranger().username]) {
    await page.getByLabel('아이디 또는 이메일').fill(username);
    await page.getByLabel('비밀번호', { exact: true }).fill('not my password at all');
    await page.getByRole('button', { name: '로그인', exact: true }).click();
    await expect(page.getByRole('alert')).toContainText('아이디 또는 비밀번호가 맞지 않아요.');
    await expect(page.getByLabel('아이디 또는 이메일')).toHaveValue(username);
  }
});

test('a reload keeps the session, signing out ends it', async ({ page, person }) => {
  await page.reload();
  await expect(page.getByTestId('home')).toBeVisible();
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }) + document.cookie)).not.toMatch(/ey[A-Za-z0-9]/);
  await goTo(page, '설정');
  await page.getByRole('button', { name: '로그아웃' }).click();
  await expect(page.getByRole('button', { name: '로그인', exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: '로그인', exact: true })).toBeVisible();
  await signIn(page, person);
});
