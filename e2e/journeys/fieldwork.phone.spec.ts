import { createFieldSession } from '@zhiheng/contract/fieldwork/sessions';
import { createFieldStudy, publishGuide } from '@zhiheng/contract/fieldwork/studies';
import { getMe } from '@zhiheng/contract/identity/sign-in';
import type { Locator } from '@playwright/test';
import { expect, test } from '../harness/fixtures.ts';
import { say } from '../harness/words.ts';

const words = say('zh');
const thumb = 44;

test('a visit is rated on a phone: saved while it is written, left and gone on with, submitted once', async ({ fresh }) => {
  const { page, call } = await fresh();
  const { id: me } = await call(getMe);
  const made = await call(createFieldStudy, { body: { kind: 'mystery-visit', name: { zh: '窗口暗访', en: 'Visits' } } });
  const { id } = await call(publishGuide, { params: { id: made.id }, body: { version: made.version } });
  const body = { startsAt: '2026-11-20T02:00:00Z', minutes: 30, raterIds: [me], conductorId: me };
  const session = await call(createFieldSession, { params: { id }, body });
  await page.goto(`/app/fieldwork/sessions/${session.id}/sheet`);
  const first = page.getByRole('spinbutton').or(page.locator('.runner input[inputmode]')).first();
  await first.fill('12');
  await expect(page.getByText(words('surveys_build_saved'))).toBeVisible();
  await isWideEnough(page.locator('.runner label:has(input), .runner button, .runner input[inputmode]'));
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);

  await page.reload();
  await expect(first).toHaveValue('12');
  for (let turn = 0; turn < 6 && page.url().endsWith('/sheet'); turn += 1) await fillPage(page.locator('.runner'));
  await expect(page).toHaveURL(/view=sheets/);
  await expect(page.getByRole('listitem').filter({ hasText: words('fieldwork_sheet_submitted') })).toBeVisible();
  await page.goto(`/app/fieldwork/sessions/${session.id}/sheet`);
  await expect(page.getByText(words('fieldwork_sheet_final'))).toBeVisible();
});

/** Everything that a thumb has to meet. */
async function isWideEnough(targets: Locator): Promise<void> {
  for (const target of await targets.all()) {
    if (!(await target.isVisible())) continue;
    const box = await target.boundingBox();
    expect(Math.round(box?.height ?? 0), await target.textContent().then(String)).toBeGreaterThanOrEqual(thumb);
  }
}

/** The best of each scale, the first of each choice, and words where some are wanted; then the next page. */
async function fillPage(runner: Locator): Promise<void> {
  await runner.evaluate((root) => {
    for (const group of root.querySelectorAll('fieldset, [role="radiogroup"]')) {
      const radios = [...group.querySelectorAll<HTMLInputElement>('input[type="radio"]')];
      const names = new Set(radios.map(({ name }) => name));
      for (const name of names)
        if (!radios.some((radio) => radio.name === name && radio.checked)) radios.find((radio) => radio.name === name)?.click();
    }
  });
  for (const field of await runner.locator('textarea').all()) await field.fill('看到的情况');
  await runner.locator('button[type="submit"]').click();
  await runner.page().waitForTimeout(500);
}
