import { settled } from '../harness/check-access.ts';
import { expect, test } from '../harness/fixtures.ts';
import { looks } from '../harness/set-up-organisation.ts';
import { say } from '../harness/words.ts';

for (const look of looks) {
  test(`the board speaks ${look.locale} in the ${look.theme} theme, and every chart shows its data`, async ({ demo }) => {
    const { page } = await demo(look);
    const words = say(look.locale);
    await page.goto('/app/board');
    await settled(page);
    await expect(page.getByRole('heading', { level: 1, name: words('board_title') })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', look.locale === 'zh' ? 'zh-CN' : 'en');
    await expect(page.locator('html')).toHaveAttribute('data-theme', look.theme);

    const showData = page.getByRole('button', { name: words('shell_show_data') });
    const charts = await showData.count();
    expect(charts, 'charts with data behind them').toBeGreaterThan(0);
    const tables = await page.getByRole('table').count();
    await showData.first().click();
    await expect(page.getByRole('table')).toHaveCount(tables + 1);
  });
}
