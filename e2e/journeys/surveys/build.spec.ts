import { listSurveys } from '@zhiheng/contract/surveys/surveys';
import type { Page } from '@playwright/test';
import { settled } from '../../harness/check-access.ts';
import { expect, test } from '../../harness/fixtures.ts';
import { say } from '../../harness/words.ts';

const words = say('zh');

/** The draft is saved by itself: what follows must find it there. */
const saved = (page: Page) => expect(page.getByRole('status').filter({ hasText: words('surveys_build_saved') })).toBeVisible();
const tree = (page: Page) => page.getByRole('navigation', { name: words('surveys_build_tree') });

test('a survey is built from nothing by mouse, published, and its link answered', async ({ fresh }) => {
  const { page, call } = await fresh();
  await page.goto('/app/surveys');
  await settled(page);
  await page.getByRole('link', { name: words('surveys_new') }).click();
  await page.getByRole('button', { name: words('surveys_blank_title') }).click();
  await page.getByLabel(words('shell_name_zh')).fill('窗口体验');
  await page.getByLabel(words('shell_name_en')).fill('At the counter');
  await page.getByRole('button', { name: words('surveys_create') }).click();
  await expect(page).toHaveURL(/\/build/);

  await page
    .getByRole('button', { name: words('surveys_build_add_question') })
    .first()
    .click();
  await page.getByRole('button', { name: new RegExp(`^${words('surveys_type_text')}`) }).click();
  await page.getByRole('textbox', { name: words('surveys_question_text'), exact: true }).fill('哪里没有做好？');
  await page.getByRole('button', { name: words('surveys_logic_add') }).click();
  await saved(page);
  // The usual words of the other language are still there: nothing is missing.
  await expect(page.getByText(words('surveys_faults_none'))).toBeVisible();

  // The new question is dragged before the first one: then it asks for what is not answered yet.
  const handle = page.getByRole('button', { name: words('surveys_build_drag', { name: '哪里没有做好？' }) });
  const first = tree(page).getByRole('listitem').first();
  await handle.hover();
  await page.mouse.down();
  const to = await first.boundingBox();
  if (to === null) throw new Error('the first question is not drawn');
  await page.mouse.move(to.x + 20, to.y + to.height + 2, { steps: 6 });
  await page.mouse.move(to.x + 20, to.y + 4, { steps: 8 });
  await page.mouse.up();
  await expect(tree(page).getByRole('listitem').first()).toContainText('哪里没有做好？');
  await expect(page.getByText(words('surveys_faults_some', { n: 1 }))).toBeVisible();
  await page.getByRole('button', { name: words('surveys_build_undo') }).click();
  await expect(page.getByText(words('surveys_faults_none'))).toBeVisible();
  await saved(page);

  await page.getByRole('button', { name: words('surveys_publish') }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: words('surveys_publish') })
    .click();
  await page.getByRole('dialog').getByRole('link').click();
  await page.getByRole('button', { name: words('surveys_way_add') }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: words('surveys_create') })
    .click();
  const link = page.getByRole('textbox', { name: words('surveys_link'), exact: true });
  await expect(link).toHaveValue(/\/s\//);

  await page.goto(await link.inputValue());
  await page.getByRole('radio', { name: /很不满意/ }).check();
  await expect(page.getByText('哪里没有做好？')).toBeVisible();
  await page.getByRole('textbox').fill('等得太久');
  await page.getByRole('button', { name: words('runner_submit') }).click();
  await expect(page.getByText('感谢您的反馈！')).toBeVisible();
  await expect.poll(async () => (await call(listSurveys, { query: { q: '窗口体验' } })).items[0]?.responses).toBe(1);
});

test('by keyboard: add, move, duplicate, delete and take back', async ({ fresh }) => {
  const { page } = await fresh();
  await page.goto('/app/surveys/new?look=blank');
  await page.getByLabel(words('shell_name_zh')).fill('键盘');
  await page.getByLabel(words('shell_name_en')).fill('Keyboard');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/build/);
  const items = tree(page).getByRole('listitem');

  await page
    .getByRole('button', { name: words('surveys_build_add_question') })
    .first()
    .focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: words('surveys_type_nps') }).focus();
  await page.keyboard.press('Enter');
  await expect(items).toHaveCount(2);
  await expect(items.nth(1)).toContainText('推荐');

  await page.keyboard.press('Alt+ArrowUp');
  await expect(items.nth(0)).toContainText('推荐');
  await page.keyboard.press('Alt+KeyD');
  await expect(items).toHaveCount(3);
  await items.nth(1).getByRole('button', { name: /推荐/ }).nth(1).focus();
  await page.keyboard.press('Delete');
  await expect(items).toHaveCount(2);
  await page.keyboard.press('Control+KeyZ');
  await expect(items).toHaveCount(3);
  await saved(page);
  await page.reload();
  await expect(items).toHaveCount(3);
});
