import { getProject } from '@zhiheng/contract/improvement/projects';
import { checkAccess, settled } from '../harness/check-access.ts';
import { expect, test } from '../harness/fixtures.ts';
import { say } from '../harness/words.ts';

const words = say('zh');

test('a project from its template to the end: planned, moved by keyboard and menu, started with a reason, closed as not verified', async ({
  fresh,
}) => {
  const { page, call } = await fresh();
  const button = (key: string) => page.getByRole('button', { name: words(key), exact: true });
  const column = (state: string) => page.getByRole('region', { name: words(`improvement_action_${state.replace('-', '_')}`), exact: true });

  await page.goto('/app/projects');
  await button('improvement_new').first().click();
  const dialog = page.getByRole('dialog');
  await button('improvement_create').click();
  await expect(dialog.getByText(words('improvement_title_missing'))).toBeVisible();
  await dialog.getByLabel(words('improvement_name')).fill('缩短排队时间');
  await button('improvement_create').click();
  await expect(page).toHaveURL(/\/app\/projects\/[0-9a-f-]{36}$/);
  await settled(page);
  const id = page.url().split('/').at(-1) ?? '';
  const start = button('improvement_start_button');
  await expect(start).toBeDisabled();
  await expect(page.getByText('请写明项目目标。')).toBeVisible();

  await button('improvement_edit').click();
  await page.getByRole('dialog').getByLabel(words('improvement_goal'), { exact: true }).fill('平均等待减半');
  await button('improvement_save').click();
  await expect(page.getByText('平均等待减半')).toBeVisible();
  await button('improvement_start_unverified').click();
  const why = page.getByRole('dialog', { name: words('improvement_start_unverified') });
  await why.getByLabel(words('improvement_reason')).fill('试点太小');
  await checkAccess(page, 'start without verification');
  await why.getByRole('button', { name: words('improvement_start_unverified'), exact: true }).click();
  await expect(page.getByText(words('improvement_unverified', { reason: '试点太小' }))).toBeVisible();

  await page.getByRole('link', { name: words('improvement_tab_board'), exact: true }).click();
  await settled(page);
  const names = (await call(getProject, { params: { id } })).actions.map(({ title }) => title);
  const handle = page.getByRole('button', { name: words('improvement_drag', { name: names[0] ?? '' }) });
  await handle.focus();
  await page.keyboard.press('Space');
  await expect(page.getByText(words('improvement_drag_over', { column: words('improvement_action_to_do') }))).toBeAttached();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText(words('improvement_drag_over', { column: words('improvement_action_doing') }))).toBeAttached();
  await page.keyboard.press('Space');
  await expect(column('doing').getByText(names[0] ?? '')).toBeVisible();

  const choose = async (name: string, state: string) => {
    await page.getByRole('button', { name: words('improvement_menu', { name }) }).click();
    const item = page.getByRole('menuitem', {
      name: words('improvement_move_to', { column: words(`improvement_action_${state.replace('-', '_')}`) }),
    });
    await item.click();
    await expect(item, 'the menu is gone before the next one opens').toHaveCount(0);
  };
  await choose(names[1] ?? '', 'done');
  await expect(page.getByText('前置行动尚未完成，本行动不能标为完成。')).toBeVisible();
  for (const name of names) {
    await choose(name, 'done');
    await expect(column('done').getByText(name)).toBeVisible();
  }
  await settled(page);
  await checkAccess(page, 'board of a project');
  await page.getByRole('link', { name: words('improvement_tab_timeline'), exact: true }).click();
  await expect(page.getByRole('list', { name: words('improvement_timeline_of') }).getByRole('listitem')).toHaveCount(names.length);
  await button('improvement_close_unverified').click();
  await expect(button('improvement_edit')).toHaveCount(0);
  await expect(page.getByText(words('improvement_outcome_not_verified')).first()).toBeVisible();
  expect(await call(getProject, { params: { id } })).toMatchObject({ state: 'closed', outcome: 'not-verified', progress: { share: 1 } });
});

test('an action is dragged by mouse into another column', async ({ fresh }) => {
  const { page, call } = await fresh();
  await page.goto('/app/projects?edit=new');
  await page.getByRole('dialog').getByLabel(words('improvement_name')).fill('拖动');
  await page.getByRole('button', { name: words('improvement_create'), exact: true }).click();
  await expect(page).toHaveURL(/\/app\/projects\/[0-9a-f-]{36}$/);
  const id = page.url().split('/').at(-1) ?? '';
  await page.getByRole('link', { name: words('improvement_tab_board'), exact: true }).click();
  await settled(page);
  const name = (await call(getProject, { params: { id } })).actions[0]?.title ?? '';
  const handle = page.getByRole('button', { name: words('improvement_drag', { name }) });
  const target = page.getByRole('region', { name: words('improvement_action_doing'), exact: true });
  const [from, to] = [await handle.boundingBox(), await target.boundingBox()];
  if (from === null || to === null) throw new Error('nothing to drag');
  await page.mouse.move(from.x + 10, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width / 2, to.y + 80, { steps: 12 });
  await page.mouse.up();
  await expect(target.getByText(name)).toBeVisible();
  await expect.poll(async () => (await call(getProject, { params: { id } })).actions.map(({ state }) => state)).toContain('doing');
});
