/**
 * Claim: on a slow phone (1.6 Mbit/s, 150 ms round trip, processor four times slower) and with nothing cached, the first questions of a survey
 * of 22 statements can be seen within 1 s and submitted within 2.5 s (medians). Beside it the same visit on an unthrottled machine.
 *
 * BENCH_URL and BENCH_OPERATOR_KEY measure a server that runs already; else the built one is started on a throw-away folder.
 */
import { chromium, type Browser } from 'playwright-core';
import type { FormInput } from '@zhiheng/forms/definition';
import { publish } from '../e2e/harness/furnish-survey.ts';
import { setUpOrganisation } from '../e2e/harness/set-up-organisation.ts';
import { startServer } from '../e2e/harness/start-server.ts';
import { findChromium } from '../scripts/find-chromium.mjs';
import { median, percentile } from './throw-away-server.ts';

const visits = Number(process.env.BENCH_VISITS ?? 15);
const limits = { visible: 1000, answerable: 2500 } as const;

const rows = Array.from({ length: 22 }, (_, at) => ({
  key: `s${at}`,
  text: { zh: `服务的第 ${at + 1} 个方面做得很好`, en: `Aspect ${at + 1} of the service is as it should be` },
}));
const labels = { '1': { zh: '非常不同意', en: 'Strongly disagree' }, '7': { zh: '非常同意', en: 'Strongly agree' } };
const form: FormInput = {
  languages: ['zh', 'en'],
  title: { zh: '服务质量调查', en: 'Quality of service' },
  pages: [
    {
      key: 'all',
      questions: [
        {
          key: 'q',
          type: 'matrix',
          required: true,
          text: { zh: '您同意吗？', en: 'Do you agree?' },
          rows,
          scale: { min: 1, max: 7, labels },
        },
      ],
    },
  ],
};

interface Visit {
  /** first paint of content; the first question must be in the page by then */
  readonly visible: number;
  /** the script is there: what is chosen can be submitted */
  readonly answerable: number;
}

async function visit(browser: Browser, url: string, throttled: boolean): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, locale: 'zh-CN' });
  const page = await context.newPage();
  if (throttled) {
    const devtools = await context.newCDPSession(page);
    const line = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', line);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  }
  await page.addInitScript(() => {
    const look = new MutationObserver(() => {
      if (document.querySelector('button[type="submit"]:not([disabled])') === null) return;
      look.disconnect();
      performance.mark('answerable');
    });
    look.observe(document, { subtree: true, childList: true, attributes: true });
  });
  await page.goto(url);
  await page.waitForFunction(() => performance.getEntriesByName('answerable').length > 0);
  const times = await page.evaluate(() => ({
    visible: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
    answerable: performance.getEntriesByName('answerable')[0]?.startTime ?? NaN,
  }));
  await context.close();
  return times;
}

async function theServer(): Promise<{ readonly url: string; readonly operatorKey: string; stop(): Promise<void> }> {
  const { BENCH_URL: url, BENCH_OPERATOR_KEY: operatorKey } = process.env;
  return url === undefined || operatorKey === undefined ? startServer() : { url, operatorKey, stop: async () => undefined };
}

const server = await theServer();
const { executablePath, args, env } = await findChromium();
const browser = await chromium.launch({ executablePath, args, env: { ...process.env, ...env } });
try {
  const { call } = await setUpOrganisation(server, {});
  const { at } = await publish(call, { form });
  const url = `${server.url}${at}`;
  const html = await (await fetch(url)).text();
  if (!html.includes('服务的第 1 个方面')) throw new Error('the first question is not in the page that the server sends');
  await visit(browser, url, false);
  const slow: Visit[] = [];
  const fast: Visit[] = [];
  for (let n = 0; n < visits; n++) {
    slow.push(await visit(browser, url, true));
    fast.push(await visit(browser, url, false));
  }
  for (const [what, limit] of Object.entries(limits) as ['visible' | 'answerable', number][]) {
    const times = slow.map((one) => one[what]);
    const holds = median(times) <= limit;
    console.log(
      `${what}: median ${median(times).toFixed(0)} ms, p95 ${percentile(times, 0.95).toFixed(0)} ms (limit ${limit}) ${holds ? 'holds' : 'FALLS SHORT'}; unthrottled ${median(fast.map((one) => one[what])).toFixed(0)} ms; ${visits} visits`,
    );
    if (!holds) process.exitCode = 1;
  }
} finally {
  await browser.close();
  await server.stop();
}
