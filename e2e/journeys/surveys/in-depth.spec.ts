import { updateMe } from '@zhiheng/contract/identity/sign-in';
import { listAnalyses } from '@zhiheng/contract/surveys/analyses';
import { createDistribution } from '@zhiheng/contract/surveys/distributions';
import { checkAccess, settled } from '../../harness/check-access.ts';
import { expect, test } from '../../harness/fixtures.ts';
import { furnishAnalysedSurvey } from '../../harness/furnish-analysed-survey.ts';
import { say } from '../../harness/words.ts';

const words = say('zh');

test('an analysis is asked for, runs to its end, is stale after a new answer, and is asked for again', async ({ fresh }) => {
  const { page, call } = await fresh();
  const survey = await furnishAnalysedSurvey(call);
  await page.goto(`/app/surveys/${survey}/results`);
  await settled(page);
  await checkAccess(page, 'results with tabs');
  await page.getByRole('link', { name: words('survey_analyses_tab_depth') }).click();
  await expect(page.getByText(words('survey_analyses_empty'))).toBeVisible();
  await checkAccess(page, 'analyses, none yet');

  const run = page.getByRole('button', { name: words('survey_analyses_run') });
  await expect(run).toBeDisabled();
  const choose = async (label: string, option: string | RegExp) => {
    await page.getByRole('combobox', { name: label }).click();
    await page.locator('.ant-select-dropdown:visible .ant-select-item-option').filter({ hasText: option }).first().click();
  };
  await choose(words('survey_analyses_rows'), '您是？');
  await page.getByRole('combobox', { name: words('survey_analyses_columns') }).fill('您满意吗');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await run.click();
  const card = page.getByRole('region', { name: words('survey_analyses_kind_cross') });
  await expect(card.getByRole('table').first()).toBeVisible({ timeout: 30_000 });
  await expect(card).toContainText('n = ');
  await checkAccess(page, 'an analysis with its result');

  const way = await call(createDistribution, { params: { id: survey }, body: { kind: 'public', name: { zh: '扫码', en: 'Code' } } });
  const address = page.url();
  await page.goto(way.url ?? '');
  await page.getByRole('radio', { name: '个人' }).check();
  await page.getByRole('button', { name: words('runner_submit') }).click();
  await expect(page.getByText('谢谢').first()).toBeVisible();
  await page.goto(address);
  await expect(page.getByRole('status').filter({ hasText: words('survey_analyses_stale', { n: 1 }) })).toBeVisible();

  await page.getByRole('button', { name: words('survey_analyses_again') }).click();
  await expect(page.getByRole('status').filter({ hasText: words('survey_analyses_stale', { n: 1 }) })).toBeHidden();
  await expect(card.getByRole('table').first()).toBeVisible({ timeout: 30_000 });
  expect((await call(listAnalyses, { params: { id: survey } })).items).toMatchObject([
    { state: 'done', stale: false },
    { state: 'done', stale: true, since: 1 },
  ]);
  await call(updateMe, { body: { theme: 'dark' } });
  await page.reload();
  await settled(page);
  await checkAccess(page, 'analyses in the dark');
});
