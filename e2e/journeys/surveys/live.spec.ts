import type { Browser, Page } from '@playwright/test';
import { sendObservations } from '@zhiheng/contract/measurement/observations';
import { settled } from '../../harness/check-access.ts';
import { expect, test } from '../../harness/fixtures.ts';
import { say } from '../../harness/words.ts';

const words = say('zh');
const saved = (page: Page) => expect(page.getByRole('status').filter({ hasText: words('surveys_build_saved') })).toBeVisible();

/** Two questions, one by mouse and one by keyboard, and what is made of the first. */
async function build(page: Page): Promise<void> {
  await page.goto('/app/surveys/new?look=blank');
  await page.getByLabel(words('shell_name_zh')).fill('窗口体验');
  await page.getByLabel(words('shell_name_en')).fill('At the counter');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/build/);
  await page.getByRole('button', { name: new RegExp(`^${words('surveys_build_measures')}`) }).click();
  await page.getByRole('button', { name: words('surveys_measure_add') }).click();
  await page.getByRole('menuitem', { name: new RegExp(`^${words('surveys_measure_mean')} `) }).click();
  await expect(page.getByRole('group', { name: `${words('surveys_measure_mean')} mean` })).toBeVisible();
  await page
    .getByRole('button', { name: words('surveys_build_add_question') })
    .first()
    .focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: new RegExp(`^${words('surveys_type_text')}`) }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: words('surveys_build_tree') }).getByRole('listitem')).toHaveCount(2);
  await saved(page);
}

async function letFlowInto(page: Page, indicator: string): Promise<void> {
  await page.getByRole('link', { name: words('surveys_tab_settings'), exact: true }).click();
  const flows = page.getByRole('region', { name: words('surveys_outflows') });
  await flows.getByRole('button', { name: `+ ${words('surveys_outflow_add')}` }).click();
  await page.getByRole('combobox', { name: words('surveys_outflow_score') }).click();
  await page.getByTitle(words('surveys_measure_mean'), { exact: true }).click();
  await page.getByRole('combobox', { name: words('surveys_outflow_indicator') }).fill(indicator);
  await page.getByTitle(indicator, { exact: true }).last().click();
  await page.getByRole('button', { name: words('shell_save'), exact: true }).click();
  await expect(page.getByText(words('shell_saved'))).toBeVisible();
}

/** Returns the address under which everybody may answer. */
async function publish(page: Page): Promise<string> {
  await page.getByRole('link', { name: words('surveys_tab_build'), exact: true }).click();
  await page.getByRole('button', { name: words('surveys_publish') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: words('surveys_publish') }).click();
  await dialog.getByRole('link').click();
  await page.getByRole('button', { name: words('surveys_way_add') }).click();
  await dialog.getByRole('button', { name: words('surveys_create') }).click();
  const link = page.getByRole('textbox', { name: words('surveys_link'), exact: true });
  await expect(link).toHaveValue(/\/s\//);
  return link.inputValue();
}

const likings = {
  zh: { locale: 'zh-CN', best: '很满意', thanks: '感谢您的反馈！' },
  en: { locale: 'en-US', best: 'Very satisfied', thanks: 'Thank you for your feedback.' },
} as const;

/** Somebody with a phone of their own, who has never been here. */
async function answerOnPhone(browser: Browser, address: string, language: 'zh' | 'en'): Promise<void> {
  const { locale, best, thanks } = likings[language];
  const phone = await browser.newContext({ locale, viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const page = await phone.newPage();
  await page.goto(address);
  await page
    .getByRole('radio', { name: new RegExp(`5 ?${best}`) })
    .or(page.getByRole('radio', { name: best, exact: true }))
    .first()
    .check();
  await page.getByRole('textbox').fill('—');
  await page.getByRole('button', { name: say(language)('runner_submit') }).tap();
  await expect(page.getByText(thanks)).toBeVisible();
  await phone.close();
}

test('a survey is built from nothing, answered on phones in two languages, and the board moves before the eyes of who looks at it', async ({
  fresh,
  browser,
}) => {
  const { page, call } = await fresh();
  const body = [1, 2].map((n) => ({ key: `before-${n}`, indicator: 'courtesy_score', at: new Date().toISOString(), value: 4 }));
  await call(sendObservations, { query: { source: 'journey' }, body });
  await build(page);
  await letFlowInto(page, '服务态度评分');
  const address = await publish(page);

  const heard = page.waitForRequest('**/api/v1/figure-stream');
  await page.goto('/app/board');
  await settled(page);
  await heard;
  await page.evaluate(() => Reflect.set(globalThis, 'neverReloaded', true));
  const index = page.getByRole('img', { name: /^服务质量指数/ });
  // Limits of the pack: 3.7 is 0, 4.3 is 60, 4.6 is 100. Nothing else is measured, so the index is this score alone.
  await expect(index).toHaveAccessibleName(/ 30\.0，/);
  await answerOnPhone(browser, address, 'zh');
  await expect(index).toHaveAccessibleName(/ 64\.4，/);
  await answerOnPhone(browser, address, 'en');
  await expect(index).toHaveAccessibleName(/ 86\.7，/);
  expect(await page.evaluate(() => Reflect.get(globalThis, 'neverReloaded'))).toBe(true);
});
