import { getCampaign, updateCampaign } from '@zhiheng/contract/campaigns/campaigns';
import { sendObservations } from '@zhiheng/contract/measurement/observations';
import { checkAccess, settled } from '../harness/check-access.ts';
import { expect, test } from '../harness/fixtures.ts';
import { say } from '../harness/words.ts';

const words = say('zh');

test('from a template to the end: collected, frozen, calculated again to the same bytes, found, told, closed', async ({ fresh }) => {
  const { page, call } = await fresh();
  const observe = (value: number) =>
    call(sendObservations, {
      query: { source: 'journey' },
      body: Array.from({ length: 40 }, (_, n) => ({
        key: `${value}-${n}`,
        indicator: 'incident_resolution_time',
        at: '2026-03-10T03:00:00Z',
        value: value + n,
      })),
    });
  await observe(120);
  const button = (key: string) => page.getByRole('button', { name: words(key), exact: true });
  const goOn = (stage: string) =>
    page.getByRole('button', { name: words('campaigns_go_on', { stage: words(`campaigns_stage_${stage}`) }), exact: true });

  await page.goto('/app/campaigns?edit=new');
  await page.getByLabel(words('shell_name_zh')).fill('三月测评');
  await page.getByLabel(words('shell_name_en')).fill('March assessment');
  await page.getByLabel(words('campaigns_from')).fill('2026-03');
  await page.getByLabel(words('campaigns_until')).fill('2026-03');
  await button('campaigns_begin').click();
  await expect(page).toHaveURL(/\/app\/campaigns\/[0-9a-f-]{36}$/);
  await settled(page);
  const id = page.url().split('/').at(-1) ?? '';
  await expect(goOn('collect')).toBeDisabled();

  await button('campaigns_edit').click();
  await page.getByRole('dialog').getByLabel(words('campaigns_leader')).click();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByLabel(words('campaigns_indicators')).fill('故障');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.getByRole('dialog').getByLabel(words('campaigns_outsiders')).fill('王教授');
  await page.keyboard.press('Enter');
  await button('campaigns_save').click();
  await expect(page.getByText(words('campaigns_saved'))).toBeVisible();
  await button('campaigns_timetable_edit').click();
  const timetable = page.getByRole('dialog', { name: words('campaigns_milestones') });
  await timetable.getByRole('button', { name: words('campaigns_milestone_add') }).click();
  const added = timetable
    .getByRole('group', { name: words('campaigns_milestones') })
    .locator('fieldset')
    .last();
  await added.getByLabel(words('shell_name_zh')).fill('向院长汇报');
  await added.getByLabel(words('shell_name_en')).fill('Report to the director');
  await added.getByLabel(words('campaigns_due')).fill('2026-04-20');
  await checkAccess(page, 'timetable of a campaign');
  await timetable.getByRole('button', { name: words('campaigns_save'), exact: true }).click();
  await expect(page.getByText('向院长汇报')).toBeVisible();
  const { version, plan } = await call(getCampaign, { params: { id } });
  expect(plan.roles).toMatchObject([{ role: 'leader' }, { role: 'reviewer', accountId: null, name: '王教授' }]);
  // Which indicator the search finds first is not the point here.
  const figures = [{ kind: 'indicator' as const, code: 'incident_resolution_time' }];
  await call(updateCampaign, {
    params: { id },
    body: { version, plan: { figures, methods: plan.methods.filter(({ kind }) => kind !== 'experts') } },
  });
  await page.reload();
  await settled(page);
  for (const task of await page.getByRole('checkbox').all()) {
    await task.click();
    await expect(task).toBeChecked();
    await expect(task).toBeEnabled();
  }
  await goOn('collect').click();
  await goOn('analyse').click();
  await expect(goOn('feedback')).toBeDisabled();

  await page.getByRole('link', { name: words('campaigns_tab_analysis'), exact: true }).click();
  await expect(page.getByText('139.5').or(page.getByText(/小时/)).first()).toBeVisible();
  await button('campaigns_freeze').click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: words('campaigns_freeze'), exact: true })
    .click();
  await expect(page.getByText(/SHA-256 [0-9a-f]{64}/)).toBeVisible();
  await observe(900);
  await button('campaigns_recompute').click();
  await expect(page.getByText(/复算一致/)).toBeVisible();

  await goOn('feedback').click();
  await page.getByRole('link', { name: words('campaigns_tab_people'), exact: true }).click();
  await button('campaigns_choose_recipients').click();
  await page.getByRole('dialog').getByLabel(words('campaigns_accounts')).click();
  await page.locator('.ant-select-item-option', { hasText: '林静' }).click();
  // The list stays open for a second name; a click beside it closes it.
  await page.getByRole('dialog').getByText(words('campaigns_recipients'), { exact: true }).click();
  await button('campaigns_save').click();
  await button('campaigns_tell').click();
  await button('campaigns_acknowledge').click();
  await goOn('improve').click();

  await page.getByRole('link', { name: words('campaigns_tab_findings'), exact: true }).click();
  await button('campaigns_finding_new').click();
  await page.getByRole('dialog').getByLabel(words('campaigns_finding'), { exact: true }).fill('夜间解决慢');
  await button('campaigns_save').click();
  await expect(page.getByRole('cell', { name: '夜间解决慢', exact: true })).toBeVisible();
  await expect(button('campaigns_close')).toBeDisabled();
  await page.getByRole('button', { name: `${words('campaigns_edit')}: 夜间解决慢` }).click();
  await page.getByRole('dialog').getByLabel(words('campaigns_state')).click();
  await page.getByTitle(words('campaigns_finding_done'), { exact: true }).click();
  await button('campaigns_save').click();
  await button('campaigns_close').click();
  await expect.poll(async () => (await call(getCampaign, { params: { id } })).stage).toBe('closed');
});
