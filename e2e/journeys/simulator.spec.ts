import { createAgreement, publishAgreement } from '@zhiheng/contract/agreements/agreements';
import { createCalendar } from '@zhiheng/contract/agreements/calendars';
import { statusMeaning, usualTargetOf } from '@zhiheng/contract/agreements/usual-targets';
import { createCase, updateCase } from '@zhiheng/contract/cases/cases';
import { settled } from '../harness/check-access.ts';
import { expect, test, type Visitor } from '../harness/fixtures.ts';
import { say } from '../harness/words.ts';

const words = say('zh');
const name = { zh: '现场咨询协议', en: 'Questions on site' };

/** Eight hours around the clock for questions on site, and three of them that took three, five and ten. Returns the calendar. */
async function promiseAndWork({ call }: Visitor): Promise<string> {
  const day = [{ from: '00:00', to: '24:00' }];
  const definition = { zone: 'Asia/Shanghai', week: [day, day, day, day, day, day, day], makeUpHours: day, overrides: [] };
  const { id: calendarId } = await call(createCalendar, { body: { code: 'all-day', name: { zh: '全天', en: 'All day' }, definition } });
  const draft = {
    ...{ calendarId, adoption: 'new-cases' as const, closed: [...statusMeaning.closed, ...statusMeaning.cancelled], actions: [] },
    scope: { type: ['question'], priority: ['p2'], channel: ['on-site'] },
    targets: [usualTargetOf('resolution', { kind: 'working-time', seconds: 8 * 3600 })],
    ...{ attainmentGoal: 95, credit: null, reviewOn: null },
  };
  const { id, revision } = await call(createAgreement, { body: { code: 'on-site', name, kind: 'sla', draft } });
  await call(publishAgreement, { params: { id }, body: { revision } });
  for (const hours of [3, 5, 10]) {
    const openedAt = new Date(Date.now() - hours * 3_600_000).toISOString();
    const body = { subject: `用时 ${hours} 小时`, type: 'question', priority: 'p2', channel: 'on-site', openedAt } as const;
    const opened = await call(createCase, { body });
    await call(updateCase, { params: { id: opened.id }, body: { version: opened.version, status: 'resolved' } });
  }
  return calendarId;
}

test('a manager simulates a stricter agreement and reads who would have breached', async ({ fresh }) => {
  const visitor = await fresh();
  const { page } = visitor;
  await promiseAndWork(visitor);
  await page.goto('/app/agreements');
  await page.getByRole('link', { name: name.zh }).click();
  await page.getByRole('link', { name: words('reports_tab_simulator'), exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: words('reports_sim_title', { name: name.zh }) })).toBeVisible();

  const half = words('reports_sim_goals_shorter', { percent: '50%' });
  await page.getByRole('combobox', { name: words('reports_sim_goals') }).click();
  await page.getByText(half, { exact: true }).click();
  await page.getByRole('button', { name: words('reports_sim_start') }).click();

  // Of three hours, five and ten, eight hours keep two; four keep one.
  await expect(page.getByText(words('reports_sim_finding_worse', { before: '66.7%', after: '33.3%', n: 1 }))).toBeVisible();
  await settled(page);
  const rows = page.getByRole('table', { name: words('reports_sim_who') }).locator('tbody tr');
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('用时 5 小时');
  const address = page.url();
  await rows.getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1, name: '用时 5 小时' })).toBeVisible();

  // The result is kept: whoever comes back finds it.
  await page.goto('/app/agreements');
  await page.getByRole('link', { name: name.zh }).click();
  await page.getByRole('link', { name: words('reports_tab_simulator'), exact: true }).click();
  await page
    .getByRole('table', { name: words('reports_sim_earlier') })
    .getByRole('link')
    .click();
  await expect(page).toHaveURL(address);
  await page.getByRole('link', { name: words('reports_sim_tab_spared', { n: 0 }) }).click();
  await expect(page.getByText(words('reports_sim_nobody_spared'))).toBeVisible();
});

test('a draft of a calendar is tried on the past before it is published, and stays a draft', async ({ fresh, context }) => {
  const visitor = await fresh();
  const { page } = visitor;
  const calendarId = await promiseAndWork(visitor);
  await page.goto(`/app/admin/calendars/${calendarId}`);
  await page.getByLabel(words('calendars_zone')).click();
  await page.keyboard.type('Asia/Urumqi');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: words('calendars_publish_next', { version: 2 }) }).click();
  const replay = page.getByRole('region', { name: words('calendars_replay_title') });
  await expect(replay.getByText(name.zh)).toBeVisible();
  await settled(page);
  await replay.getByRole('button', { name: words('reports_sim_start') }).click();
  const opened = context.waitForEvent('page');
  await replay.getByRole('link', { name: words('calendars_replay_see') }).click();
  const result = await opened;
  // Around the clock every zone is alike.
  await expect(result.getByText(words('reports_sim_finding_same', { before: '66.7%' }))).toBeVisible();
  await expect(result.getByText(words('reports_sim_used_calendar', { name: '全天' }))).toBeVisible();
  await expect(page.getByRole('button', { name: words('calendars_publish'), exact: true })).toBeVisible();
});
