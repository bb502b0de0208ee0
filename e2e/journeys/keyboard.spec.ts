import type { Page } from '@playwright/test';
import { settled } from '../harness/check-access.ts';
import { expect, test } from '../harness/fixtures.ts';
import { say } from '../harness/words.ts';

const words = say('zh');

test('without a mouse: skip the navigation, search, open an indicator, change the theme, sign out', async ({ fresh }) => {
  const { page } = await fresh({ demo: true });
  await page.goto('/app/board');
  await settled(page);

  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: words('shell_skip') })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#main')).toBeFocused();

  await page.keyboard.press('/');
  await page.keyboard.type('事件解决');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/app\/indicators\/incident_resolution_time/);
  await settled(page);

  await tabTo(page, words('shell_theme'));
  await page.keyboard.press('Enter');
  await tabTo(page, words('shell_theme_dark'));
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');

  await tabTo(page, words('shell_account_menu', { name: '林静' }));
  await page.keyboard.press('Enter');
  await tabTo(page, words('shell_sign_out'));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/sign-in/);
});

/** Presses Tab until what has this name is focused, and sees that the focus is visible on the way. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const at = document.activeElement;
      if (at === null) return { name: '', outline: '' };
      const style = getComputedStyle(at);
      return { name: at.getAttribute('aria-label') ?? at.textContent ?? '', outline: style.outlineStyle + style.boxShadow };
    });
    if (!focused.name.includes(name)) continue;
    expect(focused.outline, `focus on ${name} can be seen`).not.toBe('nonenone');
    return;
  }
  throw new Error(`Tab never reached ${name}`);
}
