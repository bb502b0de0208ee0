import { createCase } from '@zhiheng/contract/cases/cases';
import { figureRecount, getIndicator } from '@zhiheng/contract/measurement/indicators';
import { listObservations } from '@zhiheng/contract/measurement/observations';
import { checkAccess, settled } from '../harness/check-access.ts';
import { expect, test } from '../harness/fixtures.ts';
import { say } from '../harness/words.ts';

const words = say('zh');

test('an indicator is told to count complaints, and counts the past', async ({ fresh }) => {
  const { page, call } = await fresh();
  const threeDaysAgo = new Date(Date.now() - 3 * 86_400_000).toISOString();
  await call(createCase, { body: { subject: '窗口态度生硬', type: 'complaint', openedAt: threeDaysAgo } });
  await call(createCase, { body: { subject: '打印机卡纸', type: 'incident', openedAt: threeDaysAgo } });
  await page.goto('/app/indicators?edit=-new');
  await settled(page);
  const form = page.getByRole('dialog');
  const choose = async (field: string, option: string) => {
    await form.getByRole('combobox', { name: field, exact: true }).click();
    await page.locator('.ant-select-dropdown:visible .ant-select-item-option').filter({ hasText: option }).first().click();
    await page.keyboard.press('Escape');
  };
  await form.getByLabel(words('library_name_zh')).fill('投诉量');
  await form.getByLabel(words('library_name_en')).fill('Complaints opened');
  await form.getByLabel(words('library_code')).fill('complaints_opened');
  await choose(words('library_dimension'), words('library_dimension_reliability'));
  await choose(words('library_measure'), words('library_measure_count'));
  await choose(words('library_counted_quantity'), words('library_counted_opened'));
  await choose(words('library_counted_types'), words('cases_type_complaint'));
  await checkAccess(page, 'what an indicator counts');
  await form.getByRole('button', { name: words('library_save') }).click();
  await expect(page.getByText(words('library_created'))).toBeVisible();

  const { countedFrom } = await call(getIndicator, { params: { code: 'complaints_opened' } });
  expect(countedFrom).toEqual({ kind: 'cases', quantity: 'opened', types: ['complaint'] });
  await expect.poll(async () => (await call(figureRecount)).running, { timeout: 60_000 }).toBe(false);
  const { items } = await call(listObservations, { query: { indicator: 'complaints_opened' } });
  expect(items.filter(({ value }) => value > 0).map(({ value }) => value)).toEqual([1]);
});
