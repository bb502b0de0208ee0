import type { Page } from '@playwright/test';
import { getCase, listCases } from '@zhiheng/contract/cases/cases';
import { settled } from '../harness/check-access.ts';
import { expect, test } from '../harness/fixtures.ts';
import { say } from '../harness/words.ts';

const words = say('zh');
const subject = '窗口等待超过一小时，现场无人引导';

/** Chooses in one of antd's selects, by its label. */
async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('dialog').getByLabel(label, { exact: true }).click();
  await page.locator('.ant-select-dropdown').getByTitle(option, { exact: true }).dispatchEvent('click');
}

/** Tries to close the case from the list, as an agent in a hurry would, and hears why not. */
async function tryToClose(page: Page, why: string): Promise<void> {
  await page.keyboard.press('Escape');
  await page.keyboard.press('u');
  await expect(page.getByRole('link', { name: subject })).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('s');
  await expect(page.getByLabel(words('cases_set_status_find'))).toBeFocused();
  await page.keyboard.type(words('cases_status_closed'));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').getByText(why)).toBeVisible();
  await page.getByRole('link', { name: subject }).click();
  await expect(page.getByRole('heading', { level: 1, name: subject })).toBeVisible();
}

async function contact(page: Page, { outcome, note, stars }: { outcome: string; note: string; stars?: number }): Promise<void> {
  await page.getByRole('button', { name: words('cases_follow_up_record') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: words(outcome), exact: true }).check();
  if (stars !== undefined)
    await dialog
      .locator('.ant-rate [role=radio]')
      .nth(stars - 1)
      .click();
  await dialog.getByLabel(words('cases_follow_up_note')).fill(note);
  await dialog.getByRole('button', { name: words('shell_save') }).click();
  await expect(page.getByText(words('cases_follow_up_recorded'))).toBeVisible();
}

test('a complaint from the telephone call to the confirmed solution after the follow-up', async ({ fresh }) => {
  const { page, call } = await fresh();
  await page.goto('/app/cases/new?channel=phone');
  await settled(page);

  // The call: who, what, how grave. Whoever takes it stays responsible.
  await page.getByLabel(words('cases_fact_contact'), { exact: true }).fill('刘洋');
  await page.getByRole('textbox', { name: words('cases_fact_phone') }).fill('138 0000 2207');
  await page.getByLabel(words('cases_new_type')).getByText(words('cases_type_complaint'), { exact: true }).click();
  await expect(page.getByText(words('cases_new_complaint_note'))).toBeVisible();
  await page.getByLabel(words('cases_new_subject')).fill(subject);
  await page.getByRole('button', { name: words('cases_new_submit') }).click();
  await expect(page.getByRole('heading', { level: 1, name: subject })).toBeVisible();
  await expect(page.getByTitle(words('cases_first_contact_locked'))).toContainText('林静');
  await tryToClose(page, '工单从当前状态不能直接转到这个状态。');

  // The response, then cause and remedy, without which there is no result.
  await page.keyboard.press('r');
  await page.keyboard.type('已向您致歉，今天下班前答复您。');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('listitem').filter({ hasText: '已向您致歉' })).toBeVisible();
  await expect(page.getByRole('button', { name: words('cases_to_resolved') })).toHaveCount(0);
  await page.getByRole('button', { name: words('cases_loop_cause_enter') }).click();
  await choose(page, words('cases_fact_cause'), words('cases_cause_management'));
  await page.getByRole('dialog').getByLabel(words('cases_fact_remedy')).fill('增开两个窗口，安排引导员。');
  await page.getByRole('button', { name: words('cases_edit_save') }).click();
  await page.getByRole('button', { name: words('cases_to_resolved') }).click();
  await expect(page.getByRole('button', { name: words('cases_follow_up_record') })).toBeVisible();
  await tryToClose(page, '投诉与不良事件要先回访，再关闭。');

  // The follow-up: nobody answers, and so nobody has confirmed anything.
  await contact(page, { outcome: 'cases_outcome_not_reached', note: '响了八声没有人接。' });
  await tryToClose(page, '客户还没有确认已经解决，不能关闭。');

  // The second time the customer confirms and rates again; only now it closes.
  await contact(page, { outcome: 'cases_outcome_solved', note: '昨天只等了十分钟，满意。', stars: 4 });
  await page.getByRole('button', { name: words('cases_to_closed') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(words('cases_status_closed'));

  const { items } = await call(listCases, { query: { filter: JSON.stringify({ type: ['complaint'], open: false }) } });
  const closed = await call(getCase, { params: { id: items[0]?.number ?? '' } });
  expect(closed).toMatchObject({ status: 'closed', cause: 'management', firstContactName: '林静', reopened: 0 });
  expect(closed.loop.map(({ step, state }) => `${step} ${state}`)).toEqual([
    'accepted done',
    'first-response done',
    'cause done',
    'result done',
    'follow-up done',
    'second-rating done',
    'confirmed done',
  ]);
  const contacts = closed.followUps.flatMap(({ doneAt, outcome, rating }) => (doneAt === null ? [] : [{ doneAt, outcome, rating }]));
  expect(contacts.toSorted((a, b) => a.doneAt.localeCompare(b.doneAt)).map(({ outcome, rating }) => [outcome, rating])).toEqual([
    ['not-reached', null],
    ['solved', 4],
  ]);
});
