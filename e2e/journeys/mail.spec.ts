import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { createCase, getCase, updateCase } from '@zhiheng/contract/cases/cases';
import { checkAccess, settled } from '../harness/check-access.ts';
import { expect, test } from '../harness/fixtures.ts';
import { say } from '../harness/words.ts';

const words = say('zh');

/** A mail server that takes everything. */
async function startMailServer(): Promise<{ port: number; mails: string[]; stop: () => void }> {
  const mails: string[] = [];
  const host = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, { envelope }, answer) {
      stream.resume().on('end', () => {
        mails.push(...envelope.rcptTo.map(({ address }) => address));
        answer();
      });
    },
  });
  await new Promise<void>((resolve) => void host.listen(0, '127.0.0.1', resolve));
  return { port: (host.server.address() as AddressInfo).port, mails, stop: () => host.close() };
}

test('sending is switched on, tried, and an answer to a customer goes out', async ({ fresh }) => {
  test.setTimeout(120_000);
  const host = await startMailServer();
  const { page, call } = await fresh();
  await page.goto('/app/admin/mail');
  await settled(page);
  await page.getByRole('switch', { name: words('mail_sends') }).click();
  await page.getByRole('button', { name: words('shell_save') }).click();
  await expect(page.getByText(words('mail_host_missing')), 'what is missing is said beside its field').toBeVisible();

  await page.getByLabel(words('mail_host')).fill('127.0.0.1');
  await page.getByRole('combobox', { name: words('mail_security') }).click();
  await page
    .locator('.ant-select-item-option')
    .filter({ hasText: words('mail_security_none') })
    .click();
  await page.getByLabel(words('mail_port')).fill(String(host.port));
  await page.getByLabel(words('mail_from_address_zh')).fill('desk@house.example');
  await page.getByLabel(words('mail_from_address_en')).fill('desk@house.example');
  await page.getByRole('button', { name: words('shell_save') }).click();
  await expect(page.getByText(words('mail_health_untried'))).toBeVisible();
  await checkAccess(page, 'settings of a mail server');

  await page.getByRole('textbox', { name: words('mail_trial_to') }).fill('me@house.example');
  await page.getByRole('button', { name: words('mail_trial_send') }).click();
  await expect(page.getByText(words('mail_trial_sent', { to: 'me@house.example' }))).toBeVisible();
  expect(host.mails).toEqual(['me@house.example']);

  const { id } = await call(createCase, { body: { subject: '打印机卡纸', type: 'incident', contactEmail: 'wang@customer.example' } });
  const { version, number } = await call(getCase, { params: { id } });
  await call(updateCase, { params: { id }, body: { version, entry: { kind: 'reply', body: '已取出卡纸。' } } });
  await expect.poll(() => host.mails, { timeout: 30_000 }).toContain('wang@customer.example');
  await page.getByRole('link', { name: words('mail_tab_sent') }).click();
  await expect(page.getByText('wang@customer.example').first()).toBeVisible();
  await expect(page.getByRole('link', { name: number }).first()).toBeVisible();
  host.stop();
});
