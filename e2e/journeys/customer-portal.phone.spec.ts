import { getCase, updateCase } from '@zhiheng/contract/cases/cases';
import { checkAccess, settled } from '../harness/check-access.ts';
import { expect, test } from '../harness/fixtures.ts';
import { openDoor } from '../harness/furnish-portal.ts';
import { say } from '../harness/words.ts';

const words = say('zh');

test('a customer on a phone files, follows and rates a case, and the low rating becomes a task', async ({
  fresh,
  context,
  browser,
  server,
}) => {
  const { page, call } = await fresh();
  const staff = await context.cookies();
  const code = await openDoor({ session: '', call });
  await context.clearCookies();

  await page.goto(`/p/${code}`);
  await settled(page);
  await page.getByRole('radio', { name: words('portal_type_incident') }).check();
  await page.getByRole('button', { name: words('portal_submit') }).tap();
  await expect(page.getByText(words('portal_subject_missing'))).toBeVisible();
  await page.getByLabel(words('portal_subject')).fill('打印机卡纸');
  await page.getByLabel(words('portal_description')).fill('三楼东侧，面板显示 E-13');
  await page.getByLabel(words('portal_name'), { exact: true }).fill('王小明');
  await page.getByLabel(words('portal_phone'), { exact: true }).fill('13812345678');
  await page.getByLabel(words('portal_files')).setInputFiles({ name: '报错.txt', mimeType: 'text/plain', buffer: Buffer.from('E-13') });
  await page.getByRole('checkbox', { name: words('portal_consent') }).check();
  await page.getByRole('button', { name: words('portal_submit') }).tap();

  await expect(page.getByRole('heading', { level: 1, name: '打印机卡纸' })).toBeVisible();
  await expect(page.getByText(words('portal_filed', { number: 'C-000001' }))).toBeVisible();
  await expect(page.getByText(words('portal_state_received'))).toBeVisible();
  const promises = page.getByRole('region', { name: words('portal_state') });
  await expect(promises.getByText(words('portal_promise_first_response'))).toBeVisible();
  await expect(promises.getByText(/^不晚于 20\d\d-\d\d-\d\d \d\d:\d\d$/).first()).toBeVisible();
  const link = page.getByRole('link', { name: /报错\.txt/ });
  const [file] = await Promise.all([page.waitForEvent('download'), link.tap()]);
  expect(file.suggestedFilename()).toBe('报错.txt');
  await checkAccess(page, 'private page of a customer');

  await page.getByLabel(words('portal_write_label')).fill('下午三点前要用');
  await page.getByRole('button', { name: words('portal_send') }).tap();
  await expect(page.getByRole('listitem').filter({ hasText: '下午三点前要用' })).toBeVisible();

  const found = await call(getCase, { params: { id: 'C-000001' } });
  expect(found.entries.filter(({ kind }) => kind === 'message').map(({ body }) => body)).toEqual(['', '下午三点前要用']);
  const answer = { kind: 'reply' as const, body: '已取出卡纸，请再试一次。' };
  await call(updateCase, { params: { id: found.id }, body: { version: found.version, status: 'resolved', entry: answer } });

  await page.reload();
  await settled(page);
  await expect(page.getByRole('listitem').filter({ hasText: answer.body })).toBeVisible();
  await expect(promises.getByText(words('portal_promise_word_kept')).first()).toBeVisible();
  await page.getByRole('radio', { name: words('portal_rate_1') }).check();
  await page.getByLabel(words('portal_rate_comment')).fill('等了太久');
  await page.getByRole('button', { name: words('portal_rate_send') }).tap();
  await expect(page.getByText(words('portal_rated', { n: 1, word: words('portal_rate_1') }))).toBeVisible();

  const desk = await browser.newContext({ baseURL: server.url, viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  await desk.addCookies(staff);
  const agent = await desk.newPage();
  await agent.goto('/app/cases/C-000001');
  await settled(agent);
  await expect(agent.getByText('等了太久')).toBeVisible();
  await expect(agent.getByRole('listitem').filter({ hasText: words('portal_follow_up_low') })).toContainText('林静');
  await desk.close();
});

test('an adverse event is reported without a name, and the private page follows it', async ({ fresh, context }) => {
  const { page, call } = await fresh();
  const code = await openDoor({ session: '', call });
  await context.clearCookies();
  await page.goto(`/p/${code}`);
  await settled(page);
  await page.getByRole('radio', { name: words('portal_type_adverse_event') }).check();
  await page.getByRole('checkbox', { name: words('portal_anonymous') }).check();
  await expect(page.getByLabel(words('portal_phone'), { exact: true })).toHaveCount(0);
  await page.getByLabel(words('portal_subject')).fill('走廊地面湿滑，有人摔倒');
  await page.getByRole('checkbox', { name: words('portal_consent') }).check();
  await page.getByRole('button', { name: words('portal_submit') }).tap();
  await expect(page.getByText(words('portal_state_received'))).toBeVisible();
  expect(await call(getCase, { params: { id: 'C-000001' } })).toMatchObject({ anonymous: true, restricted: true, contactName: '' });
});
