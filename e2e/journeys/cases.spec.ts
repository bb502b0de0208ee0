import { createCase, getCase, listCases, updateCase } from '@zhiheng/contract/cases/cases';
import { settled } from '../harness/check-access.ts';
import { expect, test, type Visitor } from '../harness/fixtures.ts';
import { say } from '../harness/words.ts';

const words = say('zh');
const subjects = [
  'VPN 连不上',
  '邮箱登录失败',
  '打印机卡纸',
  '账号被锁',
  '宽带掉线',
  '投影仪没有信号',
  '报表打不开',
  '磁盘空间不足',
  '电话转接失败',
  '会议室门禁失灵',
];

async function openCases({ call }: Visitor): Promise<void> {
  for (const subject of subjects) await call(createCase, { body: { subject, type: 'incident', channel: 'phone' } });
}

test("an agent's morning: triage ten cases by keyboard", async ({ fresh }) => {
  const visitor = await fresh();
  const { page, call } = visitor;
  await openCases(visitor);
  await page.goto('/app/cases');
  await settled(page);
  const rows = page.getByRole('table', { name: words('cases_list') }).locator('tbody tr');
  await expect(rows).toHaveCount(10);

  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: words('cases_keys') })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  // The first one is urgent.
  await page.keyboard.press('j');
  await expect(rows.first().getByRole('link')).toBeFocused();
  await page.keyboard.press('p');
  await expect(page.getByLabel(words('cases_set_priority_find'))).toBeFocused();
  await page.keyboard.type('P1');
  await page.keyboard.press('Enter');
  await expect(page.getByText(words('cases_changed', { n: 1 }))).toBeVisible();
  await expect(rows.filter({ hasText: words('cases_priority_p1') })).toHaveCount(1);

  // All ten to oneself, and back again, and once more.
  await page.keyboard.press('j');
  for (let row = 0; row < 10; row += 1) await page.keyboard.press('k');
  for (let row = 0; row < 10; row += 1) {
    await page.keyboard.press('x');
    await page.keyboard.press('j');
  }
  await expect(page.getByText(words('cases_selected', { n: 10 }))).toBeVisible();
  await page.keyboard.press('a');
  await expect(page.getByLabel(words('cases_assign_find'))).toBeFocused();
  await page.keyboard.type('林静');
  await page.keyboard.press('Enter');
  await expect(page.getByText(words('cases_changed', { n: 10 }))).toBeVisible();
  await expect(rows.filter({ hasText: '林静' })).toHaveCount(10);
  await page.keyboard.press('z');
  await expect(rows.filter({ hasText: words('cases_nobody') })).toHaveCount(10);

  // One is found, opened, taken over and answered without the mouse.
  await page.keyboard.press('/');
  await page.keyboard.type('门禁');
  await page.keyboard.press('Enter');
  await expect(rows).toHaveCount(1);
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '会议室门禁失灵' })).toBeVisible();
  await page.keyboard.press('a');
  await expect(page.getByLabel(words('cases_assign_find'))).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText(words('cases_saved'), { exact: true })).toBeVisible();
  await page.keyboard.press('r');
  await page.keyboard.type('已派人前往，十分钟内到。');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('listitem').filter({ hasText: '已派人前往，十分钟内到。' })).toBeVisible();

  // Solved by its letter, back to the list as it was left, then all of them one after the other.
  await page.keyboard.press('Escape');
  await page.keyboard.press('s');
  await expect(page.getByLabel(words('cases_set_status_find'))).toBeFocused();
  await page.keyboard.type(words('cases_status_resolved'));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(words('cases_status_resolved'));
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('u');
  await expect(page).toHaveURL(/q=/);
  await expect(rows).toHaveCount(1);
  await page.keyboard.press('/');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(rows).toHaveCount(10);
  await page.keyboard.press('j');
  const first = (await rows.first().getByRole('link').textContent()) ?? '';
  const second = (await rows.nth(1).getByRole('link').textContent()) ?? '';
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(first);
  await page.keyboard.press('j');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(second);
  await page.keyboard.press('k');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(first);

  const { items } = await call(listCases, { query: { filter: JSON.stringify({ q: '门禁' }) } });
  const answered = await call(getCase, { params: { id: items[0]?.number ?? '' } });
  expect(answered).toMatchObject({ assigneeName: '林静', status: 'resolved', lastFrom: 'team' });
});

test('who saves second keeps what was typed and sees what happened meanwhile', async ({ fresh }) => {
  const { page, call } = await fresh();
  const { id, number } = await call(createCase, { body: { subject: '账单有误', type: 'question', channel: 'phone' } });
  await page.goto(`/app/cases/${number}`);
  await settled(page);
  await page.keyboard.press('m');
  await page.keyboard.type('客户希望今天答复');
  const { version } = await call(getCase, { params: { id } });
  await call(updateCase, { params: { id }, body: { version, priority: 'p1' } });
  await page.keyboard.press('Control+Enter');
  const dialog = page.getByRole('dialog', { name: words('cases_conflict_title') });
  await expect(dialog).toContainText(words('cases_priority_p1'));
  await expect(dialog).toContainText('客户希望今天答复');
  await dialog.getByRole('button', { name: words('cases_conflict_keep') }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('listitem').filter({ hasText: '客户希望今天答复' })).toBeVisible();
  const saved = await call(getCase, { params: { id } });
  expect(saved).toMatchObject({ priority: 'p1' });
  expect(saved.entries.map(({ body }) => body)).toContain('客户希望今天答复');
});

test('a list hears of a case that somebody else opens', async ({ fresh }) => {
  const { page, call } = await fresh();
  await page.goto('/app/cases');
  await settled(page);
  await expect(page.getByText(words('cases_none_title'))).toBeVisible();
  await call(createCase, { body: { subject: '大厅空调不制冷', type: 'incident', channel: 'on-site' } });
  await expect(page.getByRole('link', { name: '大厅空调不制冷' })).toBeVisible();
});

test('one view is open at a time, also when it is narrowed down', async ({ demo }) => {
  const { page } = await demo({ locale: 'zh', theme: 'light' });
  const open = page.getByRole('navigation', { name: words('cases_views') }).locator('[aria-current="page"]');
  for (const [at, view] of [
    ['/app/cases', 'cases_view_open'],
    ['/app/cases?type=["incident"]', 'cases_view_open'],
    ['/app/cases?view=all&all=true&order=newest', 'cases_view_all'],
    ['/app/cases?view=mine&priority=["p1"]', 'cases_view_mine'],
  ] as const) {
    await page.goto(at);
    await settled(page);
    await expect(open).toHaveText([words(view)]);
  }
});
