// `npm run picture`: the board of README.md, from the built application with the demo data of the IT service pack.
import './require-node.mjs';
import { join } from 'node:path';
import 'tsx/esm';
import { build } from './build.mjs';
import { root } from './content-hash.mjs';
import { findChromium } from './find-chromium.mjs';
import { installPackages } from './install-packages.mjs';

installPackages();
await build();
const { chromium } = await import('playwright-core');
const { startServer } = await import('../e2e/harness/start-server.ts');
const { setUpOrganisation } = await import('../e2e/harness/set-up-organisation.ts');

const { executablePath, args, env } = await findChromium();
const server = await startServer();
try {
  const { session } = await setUpOrganisation(server, { demo: true });
  const browser = await chromium.launch({ executablePath, args, env: { ...process.env, ...env } });
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    colorScheme: 'light',
  });
  await context.addCookies([{ name: 'zhiheng_session', value: session, url: server.url }]);
  const page = await context.newPage();
  await page.goto(`${server.url}/app/board`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  // Charts draw themselves in; the picture is of the drawn ones.
  await page.waitForTimeout(1500);
  await page.screenshot({ path: join(root, 'docs/board.png') });
  await browser.close();
} finally {
  await server.stop();
}
