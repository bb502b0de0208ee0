// Finds a browser that really runs, for tests and pictures. The first that shows a page wins; if none does, that is an error.
import './require-node.mjs';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './content-hash.mjs';
import { findChineseFont } from './find-chinese-font.mjs';

/** Calm, and without a sandbox: it shows only our own pages, and containers and root have no sandbox to give. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const sources = {
  environment: () => (process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : null),
  playwright: fromPlaywright,
  system: fromSystem,
  npm: fromNpm,
  debian: fromDebian,
  download: fromPlaywrightDownload,
};

/**
 * Where a working Chromium is: `{ executablePath, args, env, source }`. Looks in the order of `sources` and remembers the answer.
 * `skip` leaves sources out, to try the later ones. Throws when nothing runs, and when CHROMIUM_PATH names what does not.
 */
export async function findChromium({ skip = [] } = {}) {
  const known = skip.length === 0 ? remembered() : null;
  if (known !== null) return known;
  const tried = [];
  for (const [source, look] of Object.entries(sources).filter(([name]) => !skip.includes(name))) {
    const candidate = await look();
    if (candidate === null) continue;
    const found = { source, args: chromiumFlags, ...candidate, env: { ...findChineseFont().env, ...candidate.env } };
    const failure = await failureOf(found);
    if (failure === null) return skip.length === 0 ? remember(found) : found;
    tried.push(`${source} (${candidate.executablePath}): ${failure}`);
    if (source === 'environment') break;
  }
  throw new Error(`no browser that runs was found; set CHROMIUM_PATH to one. Tried:\n  ${tried.join('\n  ')}`);
}

const memory = join(root, 'node_modules/.cache/zhiheng/chromium.json');

function remembered() {
  if (!existsSync(memory)) return null;
  const { asked, found } = JSON.parse(readFileSync(memory, 'utf8'));
  const same = asked === (process.env.CHROMIUM_PATH ?? '') && existsSync(found.executablePath);
  return same && Object.values(found.env).every((value) => !value.startsWith('/') || existsSync(value.split(delimiter)[0])) ? found : null;
}

function remember(found) {
  mkdirSync(join(memory, '..'), { recursive: true });
  writeFileSync(memory, JSON.stringify({ asked: process.env.CHROMIUM_PATH ?? '', found }, null, 2));
  return found;
}

/** Shows a page once: a browser that is there may still lack a library. */
async function failureOf({ executablePath, args, env }) {
  const { chromium } = await import('playwright-core');
  try {
    const browser = await chromium.launch({ executablePath, args, env: { ...process.env, ...env }, timeout: 60_000 });
    const page = await browser.newPage();
    await page.setContent('<p>shown</p>', { timeout: 30_000 });
    await browser.close();
    return null;
  } catch (error) {
    return error.message.split('\n').slice(0, 2).join(' ');
  }
}

async function fromPlaywright() {
  const { chromium } = await import('playwright-core');
  const executablePath = chromium.executablePath();
  return existsSync(executablePath) ? { executablePath } : null;
}

function fromSystem() {
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge', 'chrome.exe', 'msedge.exe'];
  const folders = (process.env.PATH ?? '').split(delimiter);
  const applications = [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    `${process.env.PROGRAMFILES ?? ''}/Google/Chrome/Application/chrome.exe`,
  ];
  const paths = [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...applications];
  const executablePath = paths.find((path) => existsSync(path));
  return executablePath === undefined ? null : { executablePath };
}

/** The browser that the package @sparticuz/chromium carries, with its own libraries, unpacked beside the packages. */
function fromNpm() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const folder = join(root, 'node_modules/.cache/zhiheng/chromium');
  mkdirSync(folder, { recursive: true });
  const lambda = { AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x', AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' };
  const code = "const { default: chromium } = await import('@sparticuz/chromium'); process.stdout.write(await chromium.executablePath());";
  const env = { ...process.env, ...lambda, TMPDIR: folder };
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', code], { cwd: root, encoding: 'utf8', env });
  if (run.status !== 0) return null;
  const libraries = [join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter);
  return { executablePath: run.stdout.trim(), env: { LD_LIBRARY_PATH: libraries } };
}

function fromDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null;
  console.log('没有找到浏览器，正在用 apt-get 安装 … No browser found, installing one with apt-get …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env });
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], { stdio: 'inherit', env });
  return fromSystem();
}

async function fromPlaywrightDownload() {
  const cli = join(root, 'node_modules/playwright-core/cli.js');
  spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'inherit', timeout: 300_000 });
  return fromPlaywright();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const skip = process.argv.includes('--skip') ? process.argv[process.argv.indexOf('--skip') + 1].split(',') : [];
  console.log(JSON.stringify(await findChromium({ skip }), null, 2));
}
