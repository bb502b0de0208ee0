import { createDistribution, invite, listInvitations } from '@zhiheng/contract/surveys/distributions';
import { listResponses } from '@zhiheng/contract/surveys/responses';
import { settled } from '../../harness/check-access.ts';
import { expect, test } from '../../harness/fixtures.ts';
import { furnishCounterSurvey } from '../../harness/furnish-counter-survey.ts';
import { say } from '../../harness/words.ts';

const words = say('zh');

test('an interviewer enters answers by telephone and goes on to the next', async ({ fresh }) => {
  const { page, call } = await fresh();
  const { survey } = await furnishCounterSurvey({ call, session: '' });
  const before = (await call(listResponses, { params: { id: survey }, query: {} })).total;
  await page.goto(`/app/surveys/${survey}/telephone`);
  await settled(page);
  await page.getByRole('button', { name: words('surveys_telephone_begin') }).click();
  await page.getByRole('radio', { name: /很满意/ }).check();
  await page.getByRole('button', { name: words('runner_submit') }).click();
  await page.getByRole('button', { name: words('surveys_telephone_next') }).click();
  await expect(page.getByText(words('surveys_telephone_entered', { n: 1 }))).toBeVisible();
  expect((await call(listResponses, { params: { id: survey }, query: {} })).total).toBe(before + 1);
});

test('a personal link is answered once, and the list says so', async ({ fresh }) => {
  const { page, call } = await fresh();
  const { survey } = await furnishCounterSurvey({ call, session: '' });
  const way = await call(createDistribution, { params: { id: survey }, body: { kind: 'personal', name: { zh: '专属', en: 'Personal' } } });
  await page.goto(`/app/surveys/${survey}/distribution?way=${way.id}`);
  await settled(page);
  await page.getByRole('button', { name: words('surveys_invite') }).click();
  await page.getByLabel(words('surveys_invite_lines')).fill('李敏\tli.min@example.org\n王芳\twang.fang@example.org');
  await page.getByRole('button', { name: words('surveys_invite_foresee') }).click();
  await page.getByRole('button', { name: words('surveys_invite_people', { n: 2 }) }).click();
  const row = page.getByRole('row', { name: /李敏/ });
  await expect(row).toContainText(words('surveys_invitation_waiting'));

  const { items } = await call(listInvitations, { params: { id: way.id }, query: { q: '李敏' } });
  const url = items[0]?.url ?? '';
  await page.goto(url);
  await page.getByRole('radio', { name: /很满意/ }).check();
  await page.getByRole('button', { name: words('runner_submit') }).click();
  await expect(page.getByText('谢谢').first()).toBeVisible();
  await page.goto(`/app/surveys/${survey}/distribution?way=${way.id}`);
  await expect(row).toContainText(words('surveys_invitation_answered'));
  const again = await call(invite, {
    params: { id: way.id },
    body: { people: [{ name: '李敏', address: 'li.min@example.org' }], dryRun: true },
  });
  expect(again.invited).toBe(0);
});

test('answers from a file: a line that the form refuses is named, the others come in, once', async ({ fresh }) => {
  const { page, call } = await fresh();
  const { survey } = await furnishCounterSurvey({ call, session: '' });
  const before = (await call(listResponses, { params: { id: survey }, query: {} })).total;
  await page.goto(`/app/surveys/${survey}/import`);
  await settled(page);
  const file = {
    name: 'answers.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('no,q1,哪里可以更好？\n11,5,\n12,77,\n13,1,"排队, 太久"\n'),
  };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('combobox', { name: words('surveys_import_record') }).click();
  await page.locator('.ant-select-item-option').filter({ hasText: 'no' }).first().click();
  await page.getByRole('button', { name: words('surveys_import_try') }).click();
  const refused = page.getByRole('table', { name: words('surveys_import_refused') });
  await expect(refused).toContainText('3');
  expect((await call(listResponses, { params: { id: survey }, query: {} })).total).toBe(before);
  await page.getByRole('button', { name: words('surveys_import_run', { n: 2 }) }).click();
  await expect(page.getByRole('heading', { name: words('surveys_import_done') })).toBeVisible();
  await page.getByRole('link', { name: words('surveys_to_responses') }).click();
  await expect(page.getByText(words('surveys_responses_found', { n: before + 2 }))).toBeVisible();

  await page.goBack();
  await page.getByRole('button', { name: words('surveys_import_undo') }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: words('surveys_import_undo') })
    .click();
  await expect(page.getByText(words('surveys_import_undone'))).toBeVisible();
  expect((await call(listResponses, { params: { id: survey }, query: {} })).total).toBe(before);
});
