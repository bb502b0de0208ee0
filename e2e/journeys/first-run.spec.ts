import { expect, test } from '../harness/fixtures.ts';
import { startServer } from '../harness/start-server.ts';
import { say } from '../harness/words.ts';

const people = {
  zh: { organisation: '滨江市政务服务中心', name: '陈晓', language: '中文' },
  en: { organisation: 'Riverside Service Centre', name: 'Dana Chen', language: 'English' },
};

for (const locale of ['zh', 'en'] as const) {
  test(`first run in the browser, ${locale}: from the printed link to the board, and back in after signing out`, async ({ page }) => {
    test.setTimeout(180_000);
    const words = say(locale);
    const { organisation, name, language } = people[locale];
    const server = await startServer();
    try {
      await page.goto(server.setupUrl ?? '');
      await page.getByText(language, { exact: true }).click();
      await expect(page.getByRole('heading', { level: 1, name: words('shell_setup_title') })).toBeVisible();
      await page.getByLabel(words('shell_setup_organisation'), { exact: true }).fill(organisation);
      await page.getByRole('button', { name: words('shell_setup_next'), exact: true }).click();

      await page.getByRole('radio').first().check({ force: true });
      await page.getByRole('button', { name: words('shell_setup_next'), exact: true }).click();

      await page.getByLabel(words('shell_your_name'), { exact: true }).fill(name);
      await page.getByLabel(words('shell_email'), { exact: true }).fill('first.run@zhiheng.example');
      await page.getByLabel(words('shell_password'), { exact: true }).fill('short');
      await page.getByRole('button', { name: words('shell_setup_next'), exact: true }).click();
      await expect(page.getByText(words('shell_setup_password_short'))).toBeVisible();
      await page.getByLabel(words('shell_password'), { exact: true }).fill('long enough to remember');
      await page.getByRole('button', { name: words('shell_setup_next'), exact: true }).click();

      await page.getByRole('button', { name: words('shell_setup_finish'), exact: true }).click();
      await expect(page).toHaveURL(/\/app\/board/, { timeout: 120_000 });
      await expect(page.getByRole('heading', { level: 1, name: words('board_title') })).toBeVisible();

      await page.getByRole('button', { name: words('shell_account_menu', { name }) }).click();
      await page.getByRole('button', { name: words('shell_sign_out') }).click();
      await expect(page).toHaveURL(/\/sign-in/);
      await page.getByLabel(words('shell_email'), { exact: true }).fill('first.run@zhiheng.example');
      await page.getByLabel(words('shell_password'), { exact: true }).fill('long enough to remember');
      await page.getByRole('button', { name: words('shell_sign_in'), exact: true }).click();
      await expect(page.getByRole('heading', { level: 1, name: words('board_title') })).toBeVisible();

      const again = await page.request.post(`${server.url}/api/v1/setup`, {
        data: {
          token: new URL(server.setupUrl ?? '').hash.slice(1),
          organisation: 'Second',
          timeZone: 'UTC',
          pack: null,
          administrator: { email: 'x@zhiheng.example', name: 'X', password: 'long enough to remember' },
        },
      });
      expect(again.status(), 'the link works once').toBeGreaterThanOrEqual(400);
    } finally {
      await server.stop();
    }
  });
}
