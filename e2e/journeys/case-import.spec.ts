import { getCase, listCases } from '@zhiheng/contract/cases/cases';
import { settled } from '../harness/check-access.ts';
import { expect, test } from '../harness/fixtures.ts';
import { say } from '../harness/words.ts';

const words = say('zh');

const file = `number,short_description,state,priority,opened_at,resolved_at
INC-1,打印机卡纸,Resolved,3 - Moderate,2026-03-02 09:00:00,2026-03-02 11:30:00
INC-2,邮箱登录失败,New,2 - High,2026-03-03 10:00:00,
INC-3,会议室投影没有信号,Halfway,4 - Low,2026-03-04 08:00:00,
`;

test('cases of another desk come in with their history, once, and can be taken back', async ({ fresh }) => {
  test.setTimeout(180_000);
  const { page, call } = await fresh();
  const read = () => call(listCases, { query: { filter: '{}', order: 'oldest' } });
  await page.goto('/app/case-imports/new');
  await settled(page);
  await page.locator('input[type="file"]').setInputFiles({ name: 'incidents.csv', mimeType: 'text/csv', buffer: Buffer.from(file) });

  const rehearse = page.getByRole('button', { name: words('case_imports_step_dry_run'), exact: true });
  await expect(page.getByText('打印机卡纸').first(), 'the first rows are shown').toBeVisible();
  await rehearse.click();
  const importNow = page.getByRole('button', { name: words('case_imports_start'), exact: true });
  await expect(importNow).toBeEnabled({ timeout: 60_000 });
  await expect(page.getByText(words('case_imports_code_unknown_status')), 'a state that nobody translated is said before').toBeVisible();
  expect((await read()).total, 'a dry run stores nothing').toBe(0);

  await importNow.click();
  await expect(page).toHaveURL(/\/app\/case-imports\/[0-9a-f-]{36}/);
  await expect(page.getByRole('button', { name: words('case_imports_undo') })).toBeVisible({ timeout: 60_000 });
  const { items } = await read();
  expect(items.map(({ subject, status }) => [subject, status])).toEqual([
    ['打印机卡纸', 'resolved'],
    ['邮箱登录失败', 'new'],
  ]);
  const [first] = items;
  const opened = await call(getCase, { params: { id: first?.id ?? '' } });
  // Times of the file are those of the organisation's wall clock.
  expect([opened.openedAt, opened.resolvedAt]).toEqual(['2026-03-02T01:00:00.000Z', '2026-03-02T03:30:00.000Z']);

  await page.getByRole('button', { name: words('case_imports_undo') }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: words('case_imports_undo') })
    .click();
  await expect(page.getByRole('button', { name: words('case_imports_undo') })).toHaveCount(0, { timeout: 60_000 });
  await expect.poll(async () => (await read()).total, { timeout: 30_000 }).toBe(0);
});
