import { listFollowUps } from '@zhiheng/contract/feedback/follow-ups';
import { getMe } from '@zhiheng/contract/identity/sign-in';
import { invite, listInvitations } from '@zhiheng/contract/surveys/distributions';
import { getSurvey, saveSurvey } from '@zhiheng/contract/surveys/surveys';
import { settled } from '../../harness/check-access.ts';
import { expect, test } from '../../harness/fixtures.ts';
import { publish } from '../../harness/furnish-survey.ts';
import { shortForm } from '../../harness/survey-form.ts';
import { say } from '../../harness/words.ts';

const words = say('zh');
const measures = [{ kind: 'csat' as const, key: 'csat', name: { zh: '满意率', en: 'Satisfied' }, field: 'satisfied', from: 4 }];

test('who answers low has somebody and a deadline, is called until reached, and counts as recovered', async ({ fresh }) => {
  const { page, call } = await fresh();
  const survey = await publish(call, { form: { ...shortForm, measures }, kind: 'personal' });
  const { id: ownerId } = await call(getMe);
  const { version } = await call(getSurvey, { params: { id: survey.id } });
  const followUps = [{ measure: 'csat', atMost: 0, ownerId, hours: 24 }];
  await call(saveSurvey, { params: { id: survey.id }, body: { version, settings: { followUps } } });
  const people = ['李敏', '王芳'].map((name, n) => ({ name, address: `p${n}@example.org` }));
  await call(invite, { params: { id: survey.way }, body: { people } });
  const { items } = await call(listInvitations, { params: { id: survey.way } });
  for (const [name, score] of [
    ['李敏', '1'],
    ['王芳', '5'],
  ] as const) {
    await page.goto(new URL(items.find((one) => one.name === name)?.url ?? '').pathname);
    await page.getByRole('radio', { name: score, exact: true }).check();
    await page.getByLabel('为什么？').fill('等了四天才有人来');
    await page.getByRole('button', { name: words('runner_submit') }).click();
    await expect(page.getByRole('heading', { level: 1, name: words('runner_thanks_title') })).toBeVisible();
  }
  await expect.poll(async () => (await call(listFollowUps)).total).toBe(1);

  await page.goto('/app/feedback/follow-ups');
  await settled(page);
  const row = page.getByRole('row', { name: /李敏/ });
  await expect(row).toContainText('等了四天才有人来');
  await expect(row).toContainText('林静');
  const [opened] = (await call(listFollowUps)).items;
  expect(Date.parse(opened?.dueAt ?? '') - Date.parse(opened?.openedAt ?? '')).toBe(24 * 3_600_000);
  await row.getByRole('link', { name: '李敏' }).click();

  const record = async (outcome: string, note: string) => {
    await page.getByRole('button', { name: words('feedback_attempt_record') }).click();
    await page.getByRole('radio', { name: words(outcome) }).check();
    await page.getByLabel(words('feedback_attempt_note')).fill(note);
    await page.getByRole('button', { name: words('shell_save'), exact: true }).click();
    await expect(page.getByText(note)).toBeVisible();
  };
  await record('feedback_attempt_missed', '关机');
  await record('feedback_attempt_reached', '已致歉，同意退款');
  await page.getByRole('button', { name: words('feedback_result_record') }).click();
  await page.getByLabel(words('feedback_cause'), { exact: true }).fill('派工太慢');
  await page.getByLabel(words('feedback_remedy'), { exact: true }).fill('退款');
  await page.getByLabel(words('feedback_second_score_of', { most: '5' })).fill('4');
  await page.getByRole('button', { name: words('feedback_result_submit') }).click();
  await expect(page.getByText(words('feedback_result_recovered')).first()).toBeVisible();

  await page.goto('/app/feedback/follow-ups?view=report');
  await settled(page);
  const recovered = page.getByRole('heading', { name: words('feedback_report_recovered') }).locator('xpath=../..');
  await expect(recovered).toContainText('100.0');
  await expect(recovered).toContainText('1');
});
