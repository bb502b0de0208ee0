import { createFeedback } from '@zhiheng/contract/feedback/feedback';
import { createFollowUp } from '@zhiheng/contract/feedback/follow-ups';
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
