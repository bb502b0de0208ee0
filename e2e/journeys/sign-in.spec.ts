import { inviteAccount } from '@zhiheng/contract/identity/accounts';
import { settled } from '../harness/check-access.ts';
import { expect, test } from '../harness/fixtures.ts';
import { say } from '../harness/words.ts';

const words = say('zh');

test('a private link gives an invited person a password; a wrong one is refused in plain words', async ({ fresh, browser, server }) => {
  const { call } = await fresh();
  const email = 'wu.lan@zhiheng.example';
  const { link } = await call(inviteAccount, { body: { email, name: '吴岚', roles: ['quality-manager'] } });
  const guest = await browser.newContext({ baseURL: server.url });
  const page = await guest.newPage();
  await page.goto(link.url);
  await page.getByLabel(words('shell_new_password'), { exact: true }).fill('leaves fall in october');
  await page.getByRole('button', { name: words('shell_link_submit'), exact: true }).click();
  await expect(page).toHaveURL(/\/app\/board/);

  await settled(page);
  await page.request.delete('/api/v1/session');
  await page.goto('/app/indicators');
  await expect(page, 'a page behind the sign-in leads there').toHaveURL(/\/sign-in/);
  await page.getByLabel(words('shell_email'), { exact: true }).fill(email);
  await page.getByLabel(words('shell_password'), { exact: true }).fill('not this one');
  await page.getByRole('button', { name: words('shell_sign_in'), exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('密码');
  await expect(page.getByLabel(words('shell_email'), { exact: true }), 'the input is kept').toHaveValue(email);
  await page.getByLabel(words('shell_password'), { exact: true }).fill('leaves fall in october');
  await page.getByRole('button', { name: words('shell_sign_in'), exact: true }).click();
  await expect(page, 'and on to where one wanted to go').toHaveURL(/\/app\/indicators/);

  await page.goto(link.url);
  await expect(page.getByText(words('shell_link_over')), 'a link works once').toBeVisible();
  await guest.close();
});
