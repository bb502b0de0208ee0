import { createCase } from '@zhiheng/contract/cases/cases';
import { settled } from '../harness/check-access.ts';
import { expect, test } from '../harness/fixtures.ts';
import { say } from '../harness/words.ts';

const words = say('zh');

test('a rule is written, tried and switched on; a complaint that comes in rings the bell', async ({ fresh }) => {
  const { page, call } = await fresh();
  await call(createCase, { body: { subject: '窗口态度生硬', type: 'complaint', channel: 'phone' } });
  await call(createCase, { body: { subject: '打印机卡纸', type: 'incident', channel: 'phone' } });
  await page.goto('/app/admin/automation/new');
  await settled(page);
  const choose = async (field: string, option: string) => {
    await page.getByRole('combobox', { name: field, exact: true }).click();
    await page.locator('.ant-select-item-option').filter({ hasText: option }).first().click();
    await page.keyboard.press('Escape');
  };

  await page.getByLabel(words('automation_name')).fill('投诉提醒');
  await page.getByRole('button', { name: words('automation_add_test') }).click();
  await choose(words('automation_test_value'), words('cases_type_complaint'));
  await choose(words('automation_add_action'), words('automation_action_notify'));
  await choose(words('automation_notify_people'), '林静');
  await page.getByLabel(words('automation_message')).fill('{number} 请尽快联系客户');

  await page.getByRole('button', { name: words('automation_trial_run') }).click();
  await expect(page.getByRole('link', { name: 'C-000001' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'C-000002' })).toHaveCount(0);

  await page.getByRole('button', { name: words('shell_save') }).click();
  await expect(page.getByRole('heading', { level: 1, name: '投诉提醒' })).toBeVisible();
  await page.getByRole('switch').click();
  await expect(page.getByText(words('automation_switched_on'))).toBeVisible();

  const { number } = await call(createCase, { body: { subject: '账单有误', type: 'complaint', channel: 'phone' } });
  const bell = page.getByRole('button', { name: words('notifications_bell', { n: 1 }) });
  await expect(bell).toBeVisible();
  await bell.click();
  await page.getByRole('link', { name: `${number} 请尽快联系客户` }).click();
  await expect(page.getByRole('heading', { level: 1, name: '账单有误' })).toBeVisible();
  await expect(page.getByRole('button', { name: words('notifications_title'), exact: true })).toBeVisible();
});
