import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { createService } from '@zhiheng/contract/catalog/services';
import { sendObservations } from '@zhiheng/contract/measurement/observations';
import { listProbes } from '@zhiheng/contract/monitoring/probes';
import { settled } from '../harness/check-access.ts';
import { expect, test } from '../harness/fixtures.ts';
import { inviteWithLook } from '../harness/set-up-organisation.ts';
import { say } from '../harness/words.ts';

const words = say('zh');
/** A status: its shape, then its word. */
const badge = (key: string) => new RegExp(`^[●▲■○]${words(key)}$`);

test('a service goes down, burns its budget, and the outage is left out by a second person', async ({ fresh, server, context }) => {
  let healthy = true;
  const portal = createServer((_, response) => response.writeHead(healthy ? 200 : 503).end());
  await once(portal.listen(0, '127.0.0.1'), 'listening');
  try {
    const visitor = await fresh();
    const { page, call } = visitor;
    const name = { zh: '预约门户', en: 'Booking portal' };
    await call(createService, { body: { code: 'booking', name, type: 'support' } });

    await page.goto('/app/probes');
    await settled(page);
    await page.getByRole('button', { name: words('probes_new') }).click();
    await named(page, '门户首页', 'Portal page');
    await choose(page, words('probes_service'), name.zh);
    await page.getByLabel(words('probes_address'), { exact: true }).fill(`http://127.0.0.1:${(portal.address() as AddressInfo).port}/`);
    await page
      .getByRole('dialog')
      .getByRole('button', { name: words('probes_save') })
      .click();
    const card = page.getByRole('article', { name: '门户首页' });
    await expect(card.getByText(badge('probes_state_up'))).toBeVisible();

    // What was seen before: 99 good runs an hour ago.
    const [probe] = (await call(listProbes)).items;
    const at = (minutes: number) => new Date(Math.floor(Date.now() / 60_000) * 60_000 - minutes * 60_000);
    const rows = Array.from({ length: 99 }, (_, index) => ({
      ...{ indicator: 'probe_availability', service: 'booking', key: probe?.id ?? '', value: 1, at: at(170 - index).toISOString() },
    }));
    await call(sendObservations, { query: { source: 'probes' }, body: rows });

    await page.goto('/app/objectives?edit=new');
    await named(page, '门户可用', 'Portal available');
    await choose(page, words('objectives_service'), name.zh);
    await choose(page, words('objectives_probe'), '门户首页');
    await page.getByLabel(words('objectives_since'), { exact: true }).fill(local(at(3 * 1440)).slice(0, 10));
    await page
      .getByRole('dialog')
      .getByRole('button', { name: words('objectives_save_draft') })
      .click();
    await page.getByRole('button', { name: words('objectives_publish', { version: 1 }) }).click();
    await expect(page.getByText(badge('objectives_met')).first()).toBeVisible();
    const objective = page.url();

    healthy = false;
    await page.goto('/app/probes');
    await card.getByRole('button', { name: words('probes_run') }).click();
    await expect(card.getByText(badge('probes_state_down'))).toBeVisible();
    const failedAt = Date.now();
    healthy = true;

    await page.goto(objective);
    await expect(page.getByText(badge('objectives_missed')).first()).toBeVisible();
    await page.getByRole('button', { name: words('objectives_exclude') }).click();
    await page.getByLabel(words('objectives_exclude_from')).fill(local(new Date(failedAt - 120_000)));
    await page.getByLabel(words('objectives_exclude_to')).fill(local(new Date(failedAt + 120_000)));
    await page.getByRole('dialog').getByLabel(words('objectives_reason')).fill('与客户约定的升级');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: words('objectives_exclude_ask') })
      .click();
    await expect(page.getByText(words('objectives_second_person'), { exact: true })).toBeVisible();

    const second = await inviteWithLook(server.url, { session: '', call }, { locale: 'zh', theme: 'light' });
    await context.addCookies([{ name: 'zhiheng_session', value: second.session, url: server.url }]);
    await page.reload();
    await page.getByRole('button', { name: words('objectives_approve') }).click();
    await expect(page.getByText(badge('objectives_exclusion_approved'))).toBeVisible();
    await expect(page.getByText(badge('objectives_met')).first()).toBeVisible();
    await expect(page.getByText(/^9\d\.\d+% → 100\.0%$/)).toBeVisible();
  } finally {
    portal.close();
  }
});

async function named(page: Page, zh: string, en: string): Promise<void> {
  await page.getByLabel(words('shell_name_zh')).fill(zh);
  await page.getByLabel(words('shell_name_en')).fill(en);
}

async function choose(page: Page, field: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: field, exact: true }).click();
  await page.keyboard.type(option);
  await expect(page.getByTitle(option, { exact: true })).toBeVisible();
  await page.keyboard.press('Enter');
}

/** The wall clock of the organisation, as a field of the browser takes it. */
function local(at: Date): string {
  return new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' }).format(at).replace(' ', 'T');
}
