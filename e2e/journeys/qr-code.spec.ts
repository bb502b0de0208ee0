import { readFileSync } from 'node:fs';
import { createCase } from '@zhiheng/contract/cases/cases';
import { checkAccess, settled } from '../harness/check-access.ts';
import { expect, test } from '../harness/fixtures.ts';
import { say } from '../harness/words.ts';

const words = say('zh');

test('the private page of a customer is a code to be saved or printed', async ({ fresh }) => {
  const { page, call } = await fresh();
  // Printing asks the person and ends when they say so; what would be on the paper is noted instead.
  await page.addInitScript(() => {
    globalThis.print = () => {
      const sheet = document.body;
      const drawn = sheet.querySelector('canvas')?.getContext('2d')?.getImageData(0, 0, 960, 960).data ?? [];
      globalThis.top!.document.documentElement.dataset['printed'] = `${sheet.innerText} ${new Set(drawn).size > 1}`;
    };
  });
  const { number } = await call(createCase, { body: { subject: '打印机卡纸', type: 'incident', contactName: '王小明' } });
  await page.goto(`/app/cases/${number}`);
  await settled(page);
  await page.getByRole('button', { name: words('portal_link_make') }).click();
  await page.getByRole('button', { name: words('portal_link_qr'), exact: true }).click();
  const title = words('portal_link_qr_title', { number });
  await expect(page.getByRole('img', { name: words('shell_qr', { title }) })).toBeVisible();
  await checkAccess(page, 'a code on a case');

  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: words('shell_qr_save') }).click()]);
  expect(file.suggestedFilename()).toBe(`${title}.png`);
  const picture = readFileSync(await file.path());
  // Width and height stand in the first chunk of a PNG.
  expect([picture.subarray(1, 4).toString(), picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual(['PNG', 960, 960]);

  await page.getByRole('button', { name: words('shell_qr_print'), exact: true }).click();
  const link = (await page.getByRole('link', { name: /\/p\/c\// }).getAttribute('href')) ?? '';
  const printed = page.locator('html');
  await expect(printed).toHaveAttribute('data-printed', new RegExp(`${title}[\\s\\S]*${link.split('/').at(-1)} true`));
});
