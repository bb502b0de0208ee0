import type { Page } from '@playwright/test';
import { checkAccess, settled } from '../harness/check-access.ts';
import { expect, test } from '../harness/fixtures.ts';
import { publish } from '../harness/furnish-survey.ts';
import { shortForm } from '../harness/survey-form.ts';
import { say } from '../harness/words.ts';

const words = say('zh');
const next = (page: Page) => page.getByRole('button', { name: words('runner_next'), exact: true });
const group = (page: Page, name: string | RegExp) => page.getByRole('radiogroup', { name });

/** Wide pages make a thumb search. */
async function fits(page: Page, scene: string): Promise<void> {
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - globalThis.innerWidth);
  expect(beyond, `${scene} is as wide as the screen`).toBe(0);
}

test('a customer answers every kind of question on a phone', async ({ fresh }) => {
  const { page, call } = await fresh();
  const survey = await publish(call);
  await page.goto(survey.at);
  await settled(page);
  await expect(page.getByRole('heading', { level: 1, name: '政务服务质量调查' })).toBeVisible();
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  await checkAccess(page, 'first page of a survey');

  await next(page).tap();
  await expect(page.getByText(words('runner_faults', { n: 3 }))).toBeVisible();
  await expect(page.getByText(words('runner_fault_consent'))).toBeVisible();
  await checkAccess(page, 'first page of a survey with faults');
  await page.getByRole('checkbox', { name: words('runner_consent') }).check();
  await page.getByRole('radio', { name: '其他', exact: true }).check();
  await page.getByRole('textbox', { name: words('runner_write', { option: '其他' }) }).fill('自助机');
  await group(page, /您会推荐我们吗/)
    .getByRole('radio', { name: /^9/ })
    .check();
  await expect(page.getByText(words('runner_fault_required'))).toHaveCount(0);
  await group(page, /您满意吗/)
    .getByRole('radio', { name: /^2 不满意/ })
    .check();
  await page.getByRole('textbox', { name: /是什么让您不满意/ }).fill('等得太久');
  await fits(page, 'first page');
  await next(page).tap();

  await expect(page.getByText(`${words('runner_page_of', { at: 2, count: 5 })} · 量表`)).toBeFocused();
  await group(page, '大厅环境整洁').getByRole('radio', { name: /^5/ }).check();
  await group(page, '设备完好')
    .getByRole('radio', { name: words('runner_na') })
    .check();
  await group(page, /请打星/)
    .getByRole('radio', { name: '4' })
    .check();
  await group(page, /等候感受/)
    .getByRole('radio', { name: /^5/ })
    .check();
  await page.getByRole('slider').press('ArrowRight');
  await expect(page.getByRole('slider')).toHaveValue('51');
  await checkAccess(page, 'scales');
  await fits(page, 'scales');
  await next(page).tap();

  await page.getByRole('checkbox', { name: '手机应用' }).check();
  await page.getByRole('checkbox', { name: '都不需要' }).check();
  await expect(page.getByRole('checkbox', { name: '手机应用' })).not.toBeChecked();
  await page.getByRole('checkbox', { name: '现场窗口' }).check();
  await expect(page.getByRole('checkbox', { name: '都不需要' })).not.toBeChecked();
  await page.getByRole('combobox', { name: /所在区域/ }).selectOption('app');
  for (const option of ['电话热线', '现场窗口', '手机应用'])
    await page.getByRole('button', { name: words('runner_rank_add', { option }) }).tap();
  await page.getByRole('button', { name: words('runner_rank_up', { option: '手机应用' }) }).tap();
  await expect(page.locator('.ranked-row')).toHaveText([/电话热线/, /手机应用/, /现场窗口/]);
  await page.getByRole('textbox', { name: '大厅环境整洁' }).fill('7');
  await next(page).tap();
  await expect(page.getByText(words('runner_fault_sum', { total: 10, is: 7 }))).toBeVisible();
  await page.getByRole('textbox', { name: '设备完好' }).fill('３');
  await expect(page.getByText(words('runner_points_done', { total: 10 }))).toBeVisible();
  await checkAccess(page, 'choices, an order, points');
  await fits(page, 'choices');
  await next(page).tap();

  await group(page, `大厅环境整洁 ${words('runner_pair_expectation')}`)
    .getByRole('radio', { name: /^7/ })
    .check();
  await group(page, `晚间服务 ${words('runner_kano_with')}`)
    .getByRole('radio', { name: new RegExp(words('runner_kano_2')) })
    .check();
  await checkAccess(page, 'pairs');
  await fits(page, 'pairs');
  await next(page).tap();

  await page.getByLabel('电子邮箱').fill('wang@');
  await page.getByRole('button', { name: words('runner_submit') }).tap();
  await expect(page.getByText(words('runner_fault_email'))).toBeVisible();
  await expect(page.getByLabel('电子邮箱')).toBeFocused();
  await page.getByLabel('电子邮箱').fill('wang@example.com');
  await page.getByLabel('年龄').fill('41');
  await page.locator('[data-upload]').setInputFiles({ name: '回执.txt', mimeType: 'text/plain', buffer: Buffer.from('A-17') });
  await expect(page.getByRole('button', { name: words('runner_file_remove', { name: '回执.txt' }) })).toBeVisible();
  await expect(page.getByRole('progressbar', { name: words('runner_file_progress', { name: '回执.txt' }) })).toHaveCount(0);
  await checkAccess(page, 'words, numbers, files');
  await fits(page, 'words');
  await page.getByRole('button', { name: words('runner_submit') }).tap();
  await expect(page.getByRole('heading', { level: 1, name: words('runner_thanks_title') })).toBeVisible();
  await expect(page.getByText('您的意见已送达大厅。')).toBeVisible();
  await checkAccess(page, 'thanks');
  expect(await survey.answers()).toBe(1);
});

test('the language changes on the way and no answer is lost; another visit goes on where the last one stopped', async ({ fresh }) => {
  const { page, call } = await fresh();
  const survey = await publish(call);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(survey.at);
  await page.getByRole('checkbox', { name: words('runner_consent') }).check();
  await page.getByRole('radio', { name: '电话热线' }).check();
  await page.getByRole('combobox').selectOption('en');
  await expect(page.getByRole('heading', { level: 1, name: 'Quality of public services' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('radio', { name: 'Telephone', exact: true })).toBeChecked();
  await checkAccess(page, 'first page, dark, English');
  await group(page, /Would you recommend us/)
    .getByRole('radio', { name: /^10/ })
    .check();
  await page.getByRole('button', { name: 'Next' }).tap();
  await group(page, 'The hall is clean').getByRole('radio', { name: /^6/ }).check();
  await checkAccess(page, 'scales, dark, English');

  await page.reload();
  await expect(page.getByText('Page 2 of 5')).toBeVisible();
  await expect(group(page, 'The hall is clean').getByRole('radio', { name: /^6/ })).toBeChecked();
  await page.getByRole('button', { name: 'Back' }).tap();
  await expect(page.getByRole('radio', { name: 'Telephone', exact: true })).toBeChecked();
});

test('a lost connection holds nothing up: the answers wait and go out when it is back', async ({ fresh, context }) => {
  const { page, call } = await fresh();
  const survey = await publish(call, { form: shortForm });
  await page.goto(survey.at);
  await page.getByRole('radio', { name: '4' }).check();
  await context.setOffline(true);
  await page.getByRole('button', { name: words('runner_submit') }).tap();
  await expect(page.getByRole('heading', { level: 1, name: words('runner_waiting_title') })).toBeVisible();
  await checkAccess(page, 'waiting for a connection');
  expect(await survey.answers()).toBe(0);
  await context.setOffline(false);
  await expect(page.getByRole('heading', { level: 1, name: words('runner_thanks_title') })).toBeVisible();
  expect(await survey.answers()).toBe(1);
});

test('the reply to a submission is lost: sent again, it is one answer', async ({ fresh, context }) => {
  const { page, call } = await fresh();
  const survey = await publish(call, { form: shortForm });
  await page.goto(survey.at);
  await page.getByRole('radio', { name: '5' }).check();
  let sent = 0;
  await context.route('**/responses', async (route) => {
    sent += 1;
    const reply = await route.fetch();
    await (sent === 1 ? route.abort() : route.fulfill({ response: reply }));
  });
  await page.getByRole('button', { name: words('runner_submit') }).tap();
  await expect(page.getByRole('heading', { level: 1, name: words('runner_waiting_title') })).toBeVisible();
  await page.getByRole('button', { name: words('runner_retry') }).tap();
  await expect(page.getByRole('heading', { level: 1, name: words('runner_thanks_title') })).toBeVisible();
  expect(sent).toBe(2);
  expect(await survey.answers()).toBe(1);
});
