import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { invite, listInvitations } from '@zhiheng/contract/surveys/distributions';
import { closeSurvey, getSurvey } from '@zhiheng/contract/surveys/surveys';
import { checkAccess, settled } from '../harness/check-access.ts';
import { expect, test } from '../harness/fixtures.ts';
import { publish } from '../harness/furnish-survey.ts';
import { shortForm } from '../harness/survey-form.ts';
import { say } from '../harness/words.ts';

const words = say('zh');
const submit = (page: Page) => page.getByRole('button', { name: words('runner_submit') });

test('what is chosen before the script has come is kept', async ({ fresh, context }) => {
  const { page, call } = await fresh();
  const survey = await publish(call, { form: shortForm });
  let letGo = () => undefined as void;
  const held = new Promise<void>((go) => (letGo = go));
  await context.route('**/assets/runner-*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(survey.at, { waitUntil: 'commit' });
  await page.getByRole('radio', { name: '3' }).check();
  await page.getByLabel('为什么？').fill('排队');
  await expect(submit(page)).toBeDisabled();
  letGo();
  await submit(page).click();
  await expect(page.getByRole('heading', { level: 1, name: words('runner_thanks_title') })).toBeVisible();
  expect(await survey.answers()).toBe(1);
});

test('a survey is answered with the keyboard alone', async ({ fresh }) => {
  const { page, call } = await fresh();
  const survey = await publish(call);
  await page.goto(survey.at);
  await settled(page);
  const { keyboard } = page;
  const tabTo = async (name: RegExp | string) => {
    const wanted = page
      .getByRole('main')
      .locator(':focus')
      .and(page.getByRole('radio', { name }).or(page.getByRole('button', { name })));
    for (let steps = 0; steps < 30 && (await wanted.count()) === 0; steps++) await keyboard.press('Tab');
    await expect(wanted).toHaveCount(1);
  };
  await page.getByRole('checkbox', { name: words('runner_consent') }).focus();
  await keyboard.press('Space');
  await tabTo('现场窗口');
  await keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: '手机应用' })).toBeChecked();
  await tabTo(/^0/);
  await keyboard.press('ArrowRight');
  await keyboard.press('ArrowRight');
  await expect(page.getByRole('radiogroup', { name: /您会推荐我们吗/ }).getByRole('radio', { name: '2', exact: true })).toBeChecked();
  await keyboard.press('Enter');
  await expect(page.getByText(words('runner_page_of', { at: 2, count: 5 }))).toBeVisible();
  await page.getByRole('radiogroup', { name: '大厅环境整洁' }).getByRole('radio').first().focus();
  await keyboard.press('Space');
  await page.getByRole('radiogroup', { name: '设备完好' }).getByRole('radio').first().focus();
  await keyboard.press('Space');
  await keyboard.press('Enter');
  const add = (option: string) => page.getByRole('button', { name: words('runner_rank_add', { option }) });
  for (const option of ['现场窗口', '手机应用', '电话热线']) {
    await add(option).focus();
    await keyboard.press('Enter');
  }
  const up = page.getByRole('button', { name: words('runner_rank_up', { option: '电话热线' }) });
  await up.focus();
  await keyboard.press('ArrowUp');
  await expect(up).toBeFocused();
  await expect(page.locator('.ranked-row')).toHaveText([/现场窗口/, /电话热线/, /手机应用/]);
  await expect(page.getByText(words('runner_rank_news', { option: '电话热线', at: 2, count: 3 }))).toBeAttached();
});

test('a row is dragged to its place', async ({ fresh }) => {
  const { page, call } = await fresh();
  const options = ['甲', '乙', '丙'].map((zh, at) => ({ key: `o${at}`, text: { zh } }));
  const form = {
    languages: ['zh'],
    title: { zh: '排序' },
    pages: [{ key: 'p', questions: [{ key: 'order', type: 'ranking' as const, text: { zh: '请排序' }, options }] }],
  };
  const survey = await publish(call, { form });
  await page.goto(survey.at);
  for (const option of ['甲', '乙', '丙']) await page.getByRole('button', { name: words('runner_rank_add', { option }) }).click();
  const grip = page.locator('.ranked-row', { hasText: '丙' }).locator('[data-grip]');
  const from = (await grip.boundingBox())!;
  const to = (await page.locator('.ranked-row', { hasText: '甲' }).boundingBox())!;
  await page.mouse.move(from.x + 10, from.y + 20);
  await page.mouse.down();
  await page.mouse.move(from.x + 10, to.y + 4, { steps: 8 });
  await page.mouse.up();
  await expect(page.locator('.ranked-row')).toHaveText([/丙/, /甲/, /乙/]);
});

test('a kiosk thanks, forgets, warns before it resets, and keeps answers while there is no connection', async ({ fresh, context }) => {
  const { page, call } = await fresh();
  const survey = await publish(call, { form: shortForm, kind: 'kiosk', settings: { resetSeconds: 10 } });
  await page.clock.install();
  await page.goto(survey.at);
  await page.getByRole('radio', { name: '5' }).check();
  await page.getByLabel('为什么？').fill('快');
  await context.setOffline(true);
  await submit(page).click();
  await expect(page.getByRole('heading', { level: 1, name: words('runner_thanks_title') })).toBeVisible();
  await expect(page.getByText(words('runner_queued', { n: 1 }))).toBeVisible();
  await checkAccess(page, 'kiosk: thanks without a connection');
  await page.getByRole('button', { name: words('runner_again') }).click();
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  await expect(page.getByLabel('为什么？')).toHaveValue('');

  await page.getByRole('radio', { name: '1' }).check();
  await page.clock.runFor(6_000);
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await checkAccess(page, 'kiosk: the warning');
  await page.getByRole('button', { name: words('runner_countdown_go_on') }).click();
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
  await expect(page.getByRole('radio', { name: '1' })).toBeChecked();
  await page.clock.runFor(11_000);
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  expect(await survey.answers()).toBe(0);

  await context.setOffline(false);
  await page.clock.runFor(6_000);
  await expect(page.getByText(words('runner_queued', { n: 1 }))).toHaveCount(0);
  await expect.poll(survey.answers).toBe(1);
});

test('a kiosk is started again without a connection, and what people said goes when the line is back', async ({ fresh, context }) => {
  const { page, call } = await fresh();
  const survey = await publish(call, { form: shortForm, kind: 'kiosk', settings: { resetSeconds: 60 } });
  await page.goto(survey.at);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await expect
    .poll(() =>
      page.evaluate(
        async () => (await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()))).flat().length,
      ),
    )
    .toBe(2);
  await context.setOffline(true);
  for (const choice of ['5', '4']) {
    await page.reload();
    await page.getByRole('radio', { name: choice }).check();
    await submit(page).click();
    await expect(page.getByRole('heading', { level: 1, name: words('runner_thanks_title') })).toBeVisible();
  }
  await expect(page.getByText(words('runner_queued', { n: 2 }))).toBeVisible();
  expect(await survey.answers()).toBe(0);
  await context.setOffline(false);
  await expect.poll(survey.answers).toBe(2);
  // Only the page of this kiosk is kept: other links ask the server.
  const scopes = await page.evaluate(async () =>
    (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => new URL(scope).pathname),
  );
  expect(scopes).toEqual([survey.at]);
});

test('links that lead nowhere and surveys that take no answers say so', async ({ fresh }) => {
  const { page, call } = await fresh();
  for (const token of ['nothing-here-at-all-1234', '%3Cscript%3Ealert(1)%3C%2Fscript%3E']) {
    const answer = await page.goto(`/s/${token}`);
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1, name: words('runner_missing_title') })).toBeVisible();
  }
  await checkAccess(page, 'a link that leads nowhere');

  const closed = await publish(call, { form: shortForm });
  await page.goto(closed.at);
  await page.getByRole('radio', { name: '4' }).check();
  const { version } = await call(getSurvey, { params: { id: closed.id } });
  await call(closeSurvey, { params: { id: closed.id }, body: { version, closed: true } });
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: words('runner_closed_title') })).toBeVisible();
  await checkAccess(page, 'a closed survey');

  const opensAt = new Date(Date.now() + 86_400_000).toISOString();
  const early = await publish(call, { form: shortForm, settings: { opensAt } });
  await page.goto(early.at);
  await expect(page.getByRole('heading', { level: 1, name: words('runner_not_yet_title') })).toBeVisible();
  await expect(page.getByText(/年.*月.*日.*开始/)).toBeVisible();
});

test('somebody who was asked answers once, and somebody else does not want to be asked again', async ({ fresh, context }) => {
  const { page, call } = await fresh();
  const survey = await publish(call, { form: shortForm, kind: 'personal', settings: {} });
  const ask = (name: string) =>
    call(invite, { params: { id: survey.way }, body: { people: [{ name, address: `${name}@example.org`, language: 'en' }] } });
  await ask('wu');
  await ask('he');
  const { items } = await call(listInvitations, { params: { id: survey.way } });
  const linkOf = (name: string) => new URL(items.find((one) => one.name === name)?.url ?? '').pathname;
  await context.clearCookies();

  await page.goto(linkOf('wu'));
  await page.getByRole('radio', { name: '5' }).check();
  await page.getByRole('button', { name: 'Submit' }).click();
  await expect(page.getByRole('heading', { level: 1, name: say('en')('runner_thanks_title') })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: say('en')('runner_already_title') })).toBeVisible();

  await page.goto(linkOf('he'));
  await page.getByRole('button', { name: say('en')('runner_refuse') }).click();
  await checkAccess(page, 'asked before an invitation is refused');
  await page.getByRole('button', { name: say('en')('runner_refuse_yes') }).click();
  await expect(page.getByRole('heading', { level: 1, name: say('en')('runner_refused_title') })).toBeVisible();
});

test('a site that is named shows the survey in a corner, another one does not', async ({ fresh, server, context }) => {
  const { page, call } = await fresh();
  const site = createServer((request, reply) => {
    const at = new URL(request.url ?? '/', 'http://site.example').searchParams.get('at') ?? '';
    const script = `<script src="${server.url}${at}.js" data-after="click"></script>`;
    reply.setHeader('content-type', 'text/html; charset=utf-8');
    reply.end(`<!doctype html><html lang="zh"><title>门户</title><body><h1>门户</h1>${script}</body></html>`);
  });
  site.listen(0, '127.0.0.1');
  await once(site, 'listening');
  const origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  try {
    const named = await publish(call, { form: shortForm, kind: 'snippet', settings: { origins: [origin] } });
    await page.goto(`${origin}/?at=${named.at}`);
    await page.getByRole('button', { name: words('runner_snippet_open') }).click();
    const frame = page.frameLocator('iframe');
    await frame.getByRole('radio', { name: '5' }).check();
    await frame.getByRole('button', { name: words('runner_submit') }).click();
    await expect(frame.getByRole('heading', { level: 1, name: words('runner_thanks_title') })).toBeVisible();
    expect(await named.answers()).toBe(1);

    const other = await publish(call, { form: shortForm, kind: 'snippet', settings: { origins: ['https://elsewhere.example'] } });
    const visitor = await context.newPage();
    const refused = visitor.waitForEvent('console', (message) => message.text().includes('frame-ancestors'));
    await visitor.goto(`${origin}/?at=${other.at}`);
    await visitor.getByRole('button', { name: words('runner_snippet_open') }).click();
    await refused;
    await expect(visitor.frameLocator('iframe').getByRole('radio')).toHaveCount(0);
  } finally {
    site.close();
  }
});
