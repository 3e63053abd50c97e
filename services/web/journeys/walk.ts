import { expect, type Page, test as base } from '@playwright/test';
import { Api, member, type Person } from './household';

interface Walk {
  /** A new person, signed in on the page, who has never traded. */
  person: Person;
  /** The same person through the API. */
  api: Api;
}

export const test = base.extend<Walk>({
  person: async ({ page }, give) => {
    const person = await member();
    await page.goto('/');
    await signIn(page, person);
    await give(person);
  },
  api: async ({ person }, give) => give(await Api.signIn(person)),
});

export async function signIn(page: Page, person: Person): Promise<void> {
  await page.getByLabel('아이디 또는 이메일').fill(person.username);
  await page.getByLabel('비밀번호', { exact: true }).fill(person.password);
  await page.getByRole('button', { name: '로그인', exact: true }).click();
  await expect(page.getByTestId('home')).toBeVisible();
}

export function isPhone(page: Page): boolean {
  return (page.viewportSize()?.width ?? 0) < 1024;
}

/** Through the menu that this size of page has. */
export async function goTo(page: Page, name: '홈' | '거래' | '주문' | '보유' | '전략' | '승인' | '성과' | '위험 관리' | '백테스트' | '계좌' | '설정'): Promise<void> {
  const menu = page.getByRole('navigation', { name: '주 메뉴' });
  if (isPhone(page) && ['보유', '승인', '성과', '위험 관리', '백테스트', '계좌', '설정'].includes(name)) {
    await menu.getByRole('link', { name: '전체' }).click();
    await page.getByRole('navigation', { name: '전체' }).getByRole('link', { name }).click();
  } else {
    await menu.getByRole('link', { name, exact: true }).click();
  }
}

/** Nothing is wider than the page, whatever is on it. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
}

export { expect } from '@playwright/test';
