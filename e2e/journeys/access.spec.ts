import { checkAccess, settled } from '../harness/check-access.ts';
import { expect, test } from '../harness/fixtures.ts';
import { addressOf, doors, routes, routesOfTheRouter, scenes } from '../harness/routes.ts';
import { say } from '../harness/words.ts';

// Light in one language and dark in the other: both themes and both languages on every page, without four runs.
const looks = [
  { locale: 'zh', theme: 'light' },
  { locale: 'en', theme: 'dark' },
] as const;

test('the list of routes is the router’s', () => {
  expect(routes.map(({ path }) => path).toSorted()).toEqual(routesOfTheRouter());
});

for (const look of looks) {
  for (const { path, at } of routes) {
    test(`axe finds nothing on ${path}, ${look.theme}, ${look.locale}`, async ({ demo, places }) => {
      const { page } = await demo(look);
      await page.goto(addressOf(at, places));
      await settled(page);
      await checkAccess(page, `${path} ${look.theme}`);
      for (const scene of scenes.filter(({ on }) => on === path)) {
        await page.goto(addressOf(scene.at ?? at, places));
        await settled(page);
        if (scene.opens !== undefined)
          await page
            .getByRole('button', { name: say(look.locale)(scene.opens) })
            .first()
            .click();
        if (scene.dialog) await expect(page.getByRole('dialog')).toBeVisible();
        await settled(page);
        await checkAccess(page, `${scene.at ?? scene.opens ?? path} ${look.theme}`);
      }
    });
  }

  test(`axe finds nothing before the sign-in, ${look.theme}, ${look.locale}`, async ({ page, places, context }) => {
    await context.addInitScript(({ locale, theme }) => {
      localStorage.setItem('zhiheng-locale', locale);
      localStorage.setItem('zhiheng-theme', theme);
    }, look);
    for (const at of doors) {
      await page.goto(addressOf(at, places));
      await settled(page);
      await checkAccess(page, `${at} ${look.theme}`);
    }
  });
}
