import { settled } from '../harness/check-access.ts';
import { expect, test } from '../harness/fixtures.ts';
import { addressOf, routes } from '../harness/routes.ts';
import { say } from '../harness/words.ts';

for (const locale of ['zh', 'en'] as const) {
  test(`no page scrolls sideways on a phone, ${locale}`, async ({ demo, places }) => {
    test.setTimeout(routes.length * 6_000);
    const { page } = await demo({ locale, theme: 'light' });
    for (const { path, at } of routes) {
      await page.goto(addressOf(at, places));
      await settled(page);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect.soft(wider, `${path} is wider than the screen by`).toBeLessThanOrEqual(0);
    }
  });
}

test('on a phone the navigation is a drawer that leads from the board to the indicators', async ({ demo }) => {
  const { page } = await demo({ locale: 'zh', theme: 'light' });
  const words = say('zh');
  await page.goto('/app/board');
  await settled(page);
  await page.getByRole('button', { name: words('shell_open_nav') }).tap();
  await page.getByRole('link', { name: words('shell_nav_indicators') }).tap();
  await expect(page).toHaveURL(/\/app\/indicators/);
  await expect(page.getByRole('heading', { level: 1, name: words('shell_nav_indicators') })).toBeVisible();
});
