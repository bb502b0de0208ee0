import { createAction, createProject, getProject, moveProject, updateAction, updateProject } from '@zhiheng/contract/improvement/projects';
import { getVerification, registerVerification } from '@zhiheng/contract/verification/verifications';
import { checkAccess, settled } from '../harness/check-access.ts';
import { expect, test } from '../harness/fixtures.ts';
import { baselineFrom, changeFrom, furnishWait, sendWeeks, waitPlan } from '../harness/furnish-verification.ts';
import { say } from '../harness/words.ts';

const words = say('zh');
const name = { zh: '办理等待时间', en: 'Waiting' };

test('a project is registered before its figures come, and closes as effective only when they say so', async ({ fresh }) => {
  test.slow();
  const { page, call } = await fresh();
  await furnishWait(call, 'wait', name);
  const body = { title: '缩短等待', template: 'pdca', startOn: '2026-01-01', dueOn: '2027-01-01', goal: '减半', steps: false } as const;
  const { id: projectId } = await call(createProject, { body });
  await call(createAction, { params: { id: projectId }, body: { phase: 'do', title: '增开窗口' } });

  await page.goto(`/app/projects/${projectId}`);
  await page.getByRole('link', { name: words('verification_new'), exact: true }).click();
  await settled(page);
  await expect(page.getByText(words('verification_outlook_none'))).toBeVisible();
  await page.getByRole('combobox', { name: words('verification_indicator'), exact: true }).fill(name.zh);
  await page.keyboard.press('Enter');
  await page.getByLabel(words('verification_expected'), { exact: true }).fill('5');
  await page.getByLabel(words('verification_baseline_from'), { exact: true }).fill(baselineFrom);
  await page.getByLabel(words('verification_start_on'), { exact: true }).fill(changeFrom);
  await expect(page.getByText(words('verification_outlook_ready'))).toBeVisible();
  await checkAccess(page, 'a plan with its outlook');
  const register = page.getByRole('button', { name: words('verification_register'), exact: true });
  await register.click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: words('verification_register'), exact: true })
    .click();
  await expect(page).toHaveURL(/\/app\/verifications\/[0-9a-f-]{36}$/);
  await expect(page.getByText(words('verification_verdict_too_early')).first()).toBeVisible();
  const id = page.url().split('/').at(-1) ?? '';

  const move = async (to: 'running' | 'verifying' | 'closed') => {
    const { version } = await call(getProject, { params: { id: projectId } });
    return call(moveProject, { params: { id: projectId }, body: { version, to } });
  };
  await move('running');
  const { actions, version } = await call(getProject, { params: { id: projectId } });
  await call(updateProject, { params: { id: projectId }, body: { version, spent: 10 } });
  const [action] = actions;
  if (action === undefined) throw new Error('no action');
  await call(updateAction, { params: { id: projectId, actionId: action.id }, body: { version: action.version, state: 'done' } });
  await move('verifying');
  await sendWeeks(call, 'wait', { from: -12, until: 0, level: 32 });
  await expect(page.getByText(words('verification_verdict_effective')).first()).toBeVisible({ timeout: 90_000 });
  await settled(page);
  await expect(page.getByText(/^改进有效：启动后下降 7\.\d+ 分/)).toBeVisible();
  await checkAccess(page, 'an effective improvement');
  await page.getByRole('button', { name: words('verification_recompute_of', { look: 1 }) }).click();
  await expect(page.getByText(/复算结果逐字节一致/)).toBeVisible();
  expect(await move('closed')).toMatchObject({ state: 'closed', outcome: 'effective' });
  expect((await call(getVerification, { params: { id } })).baseline).toHaveLength(30);
});

test('a change that did nothing and one that harmed are called so', async ({ fresh }) => {
  test.slow();
  const { page, call } = await fresh();
  const begin = async (code: string, level: number) => {
    await furnishWait(call, code, { zh: `${name.zh} ${code}`, en: code });
    const { id } = await call(registerVerification, { body: waitPlan(code, { title: code }) });
    await sendWeeks(call, code, { from: -12, until: 0, level });
    return id;
  };
  const [nothing, harm] = [await begin('nothing', 40.3), await begin('harm', 47)];
  await page.goto(`/app/verifications/${nothing}`);
  await expect(page.getByText(words('verification_verdict_not_shown')).first()).toBeVisible({ timeout: 90_000 });
  await expect(page.getByText(/包含 0，毫无变化也说得通/)).toBeVisible();
  await page.goto(`/app/verifications/${harm}`);
  await expect(page.getByText(words('verification_verdict_harmful')).first()).toBeVisible({ timeout: 90_000 });
  await expect(page.getByText(/^改动有害：启动后上升 7\.\d+ 分/)).toBeVisible();
  await page.goto('/app/verifications');
  await expect(page.getByRole('row', { name: /harm/ })).toContainText(words('verification_verdict_harmful'));
  await expect(page.getByRole('row', { name: /nothing/ })).toContainText(words('verification_verdict_not_shown'));
});
