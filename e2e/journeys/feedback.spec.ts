import { createFeedback } from '@zhiheng/contract/feedback/feedback';
import { createFollowUp } from '@zhiheng/contract/feedback/follow-ups';
import { listNeeds } from '@zhiheng/contract/feedback/needs';
import { settled } from '../harness/check-access.ts';
import { expect, test } from '../harness/fixtures.ts';
import { say } from '../harness/words.ts';

const words = say('zh');

test('feedback is looked through by keys: closed, kept, taken back, made a case', async ({ fresh }) => {
  const { page, call } = await fresh();
  for (const body of ['排队太久了', '希望能在手机上看到进度', '网络老是断，太差了'])
    await call(createFeedback, { body: { channel: 'review', source: '应用市场', body } });
  await page.goto('/app/feedback');
  await settled(page);
  const row = (text: string) => page.locator('tr[data-row]', { hasText: text });
  await expect(page.locator('tr[data-row]')).toHaveCount(3);

  // The newest stands first: 网络, 希望, 排队.
  await page.keyboard.press('j');
  await expect(row('网络老是断').getByRole('link')).toBeFocused();
  await page.keyboard.press('j');
  await page.keyboard.press('s');
  await expect(row('希望能在手机上')).toHaveCount(0);
  await expect(page.locator('tr[data-row]')).toHaveCount(2);
  await page.keyboard.press('z');
  await expect(row('希望能在手机上')).toHaveCount(1);

  await row('排队太久').getByRole('link').focus();
  await page.keyboard.press('e');
  await expect(row('排队太久')).toHaveCount(0);

  await row('网络老是断').getByRole('link').focus();
  await page.keyboard.press('r');
  await page.getByRole('button', { name: words('feedback_route'), exact: true }).click();
  await page.getByRole('button', { name: words('feedback_route_submit'), exact: true }).click();
  await expect(page.getByText(words('feedback_state_routed')).last()).toBeVisible();
  await page.getByRole('dialog').getByRole('link').first().click();
  await expect(page).toHaveURL(/\/app\/cases\//);
  await expect(page.getByRole('heading', { name: words('feedback_of_case') })).toBeVisible();
});

test('somebody who was not content is called until it is put right', async ({ fresh }) => {
  const { page, call } = await fresh();
  const said = await call(createFeedback, {
    body: { channel: 'letter', author: '王小明', body: '等了四天才有人来', score: 1, scoreMax: 5 },
  });
  await call(createFollowUp, { body: { feedbackId: said.id } });
  await page.goto('/app/feedback/follow-ups');
  await settled(page);
  await page.getByRole('link', { name: '王小明', exact: true }).click();
  await expect(page.getByRole('button', { name: words('feedback_result_record') })).toBeDisabled();

  await page.getByRole('button', { name: words('feedback_attempt_record') }).click();
  await page.getByLabel(words('feedback_attempt_note')).fill('已致歉，同意退款');
  await page.getByRole('button', { name: words('shell_save'), exact: true }).click();
  await expect(page.getByText('已致歉，同意退款')).toBeVisible();

  await page.getByRole('button', { name: words('feedback_result_record') }).click();
  await page.getByRole('button', { name: words('feedback_result_submit') }).click();
  await expect(page.getByText(words('feedback_required')).first()).toBeVisible();
  await page.getByLabel(words('feedback_cause'), { exact: true }).fill('派工太慢');
  await page.getByLabel(words('feedback_remedy'), { exact: true }).fill('退款');
  await page.getByLabel(words('feedback_second_score_of', { most: '5' })).fill('4');
  await page.getByRole('button', { name: words('feedback_result_submit') }).click();
  await expect(page.getByText(words('feedback_result_recovered')).first()).toBeVisible();
  await page.goto('/app/feedback/follow-ups?view=report');
  await expect(page.getByText('100.0%').first()).toBeVisible();
  await expect(page.getByText('+60.0 %')).toBeVisible();
});

test('what somebody said becomes a need, and what another said is added to it', async ({ fresh }) => {
  const { page, call } = await fresh();
  for (const body of ['等了四天才有人来', '师傅总是迟到']) await call(createFeedback, { body: { channel: 'letter', body } });
  await page.goto('/app/feedback');
  await settled(page);
  await page.locator('tr[data-row]', { hasText: '等了四天' }).getByRole('link').click();
  await page.getByRole('button', { name: words('feedback_to_need'), exact: true }).click();
  const attach = page.getByRole('dialog', { name: words('feedback_to_need') });
  await attach.getByRole('textbox', { name: words('feedback_need_name') }).fill('尽快有人到场');
  await attach.getByRole('button', { name: words('feedback_to_need'), exact: true }).click();
  await expect(page.getByText(words('feedback_to_need_done', { name: '尽快有人到场' }))).toBeVisible();

  await page.goto('/app/feedback/needs');
  await settled(page);
  await page
    .getByRole('link', { name: '尽快有人到场' })
    .or(page.getByRole('button', { name: '尽快有人到场' }))
    .first()
    .click();
  const edit = page.getByRole('dialog', { name: words('feedback_need_edit') });
  await edit.getByLabel(words('feedback_source_from_inbox')).click();
  await page.locator('.ant-select-item-option', { hasText: '师傅总是迟到' }).click();
  await expect(edit.getByPlaceholder('师傅总是迟到')).toBeVisible();
  await edit.getByRole('button', { name: words('shell_save'), exact: true }).click();
  await expect(edit).toHaveCount(0);
  const { items } = await call(listNeeds);
  expect(items.map(({ kind, sources }) => [kind, sources.map(({ excerpt }) => excerpt).sort()])).toEqual([
    ['pain', ['师傅总是迟到', '等了四天才有人来'].sort()],
  ]);
});
