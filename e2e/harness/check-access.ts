import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

// Newer rules than the builder brings along.
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');

/** Zero violations by every rule of axe, none switched off. A scene names the page in the report. */
export async function checkAccess(page: Page, scene: string): Promise<void> {
  await expect(page.locator('.ant-select-dropdown:visible'), 'a list that was closed is gone').toHaveCount(0);
  const { violations } = await new AxeBuilder({ page, axeSource }).analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(
      (node) => `${scene}: ${id}: ${node.target.join(' ')}\n    ${node.failureSummary?.split('\n').slice(0, 4).join('\n    ') ?? ''}`,
    ),
  );
  expect.soft(found, `accessibility of ${scene}`).toEqual([]);
}

/** The page has its heading, nothing loads any more, and what moves has come to rest. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  await page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        .filter((one) => one.effect?.getTiming().iterations !== Infinity)
        .map((one) => one.finished.catch(() => undefined)),
    ),
  );
}
