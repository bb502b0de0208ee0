import { createFieldSession } from '@zhiheng/contract/fieldwork/sessions';
import { createFieldStudy, publishGuide } from '@zhiheng/contract/fieldwork/studies';
import { settled } from '../harness/check-access.ts';
import { expect, test } from '../harness/fixtures.ts';
import { say } from '../harness/words.ts';

const words = say('zh');

test('a study goes from its guide to a session in the calendar', async ({ fresh }) => {
  const { page } = await fresh();
  await page.goto('/app/fieldwork');
  await page
    .getByRole('button', { name: words('fieldwork_new') })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(words('shell_name_zh')).fill('报修体验访谈');
  await dialog.getByLabel(words('shell_name_en')).fill('Interviews on repairs');
  await dialog.getByRole('button', { name: words('fieldwork_begin'), exact: true }).click();

  // The guide of the kind is there, in the builder of surveys.
  await expect(page).toHaveURL(/\/guide/);
  await page.getByRole('button', { name: words('fieldwork_publish'), exact: true }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: words('surveys_publish'), exact: true })
    .click();
  await page.getByRole('link', { name: words('fieldwork_session_new') }).click();

  const plan = page.getByRole('dialog');
  await plan.getByLabel(words('fieldwork_begins')).fill('2026-12-03T14:00');
  await plan.getByLabel(words('fieldwork_place')).fill('三楼会议室');
  await plan.getByRole('button', { name: words('fieldwork_save'), exact: true }).click();
  await expect(page.getByRole('link', { name: words('fieldwork_session_n', { n: '1' }) })).toBeVisible();
  await expect(page.getByText('2026-12-03 14:00–15:00')).toBeVisible();

  await page.goto('/app/fieldwork/sessions?view=month&on=2026-12-01');
  await page.getByRole('link', { name: /报修体验访谈/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('报修体验访谈');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: words('fieldwork_to_calendar') }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/\.ics$/);
});

test('what was said is noted, marked and coded by keyboard, found again by code, and becomes a need', async ({ fresh }) => {
  const { page, call } = await fresh();
  const made = await call(createFieldStudy, { body: { kind: 'interview', name: { zh: '访谈', en: 'Talks' } } });
  const { id } = await call(publishGuide, { params: { id: made.id }, body: { version: made.version } });
  const session = await call(createFieldSession, { params: { id }, body: { startsAt: '2026-11-19T06:00:00Z', minutes: 60 } });
  await page.goto(`/app/fieldwork/sessions/${session.id}?view=notes`);
  const notes = page.getByRole('textbox', { name: words('fieldwork_tab_notes') });
  await notes.focus();
  await page.keyboard.type('P1：等了三天没人理。');
  await expect(page.getByText(words('surveys_build_saved'))).toBeVisible();

  await page.keyboard.press('Shift+Home');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.type('等待');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('mark')).toHaveText('P1：等了三天没人理。');
  await expect(notes).toBeFocused();

  // Words put in before it move the mark along.
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('主持人：怎么样？');
  await expect(page.locator('mark')).toHaveText('P1：等了三天没人理。');
  await expect(page.getByText(words('surveys_build_saved'))).toBeVisible();
  await page.reload();
  await expect(page.locator('mark')).toHaveText('P1：等了三天没人理。');

  await page.goto(`/app/fieldwork/${id}/codes?view=matrix`);
  await page.getByRole('button', { name: words('fieldwork_matrix_cell', { code: '等待', session: '1', n: '1' }) }).click();
  await expect(page.getByText('P1：等了三天没人理。')).toBeVisible();

  await page.getByRole('button', { name: new RegExp(`^${words('fieldwork_to_need')}`) }).click();
  await page.getByLabel(words('fieldwork_need_name'), { exact: true }).fill('报修后尽快有人来');
  await page.getByRole('button', { name: words('fieldwork_save'), exact: true }).click();
  await expect(page.getByRole('link', { name: words('fieldwork_in_inbox') })).toBeVisible();
  await page.getByRole('link', { name: words('fieldwork_is_need') }).click();
  await expect(page.getByText('报修后尽快有人来')).toBeVisible();
});

test('a quote that was deleted comes back by one click', async ({ demo, places }) => {
  const { page } = await demo({ locale: 'zh', theme: 'light' });
  await page.goto(`/app/fieldwork/sessions/${places.interview}?view=notes`);
  await settled(page);
  const quote = page.locator('article', { hasText: '人也客气' });
  await quote.getByRole('button', { name: new RegExp(`^${words('fieldwork_delete')}`) }).click();
  await expect(quote).toHaveCount(0);
  await page.getByRole('button', { name: words('shell_undo'), exact: true }).click();
  await expect(quote).toHaveCount(1);
  await expect(quote.getByText('态度', { exact: true })).toBeVisible();
});
