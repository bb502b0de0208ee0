import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './content-hash.mjs';
import { runNpm } from './install-packages.mjs';

const fontPackage = '@expo-google-fonts/noto-sans-sc';
const fontVersion = '0.4.3';

/**
 * Environment under which a browser shows Chinese characters: empty where the system has a Chinese font, else a font
 * configuration with one from npm. Only for tests and pictures; people's browsers have their own fonts.
 */
export function findChineseFont() {
  if (process.platform !== 'linux' || systemHasOne()) return { env: {} };
  const folder = join(root, 'node_modules/.cache/zhiheng/font');
  const configuration = join(folder, 'fonts.conf');
  if (!existsSync(configuration)) install(folder, configuration);
  return { env: { FONTCONFIG_FILE: configuration } };
}

function systemHasOne() {
  const list = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  return list.status === 0 && list.stdout.trim() !== '';
}

function install(folder, configuration) {
  mkdirSync(folder, { recursive: true });
  const wanted = `${fontPackage}@${fontVersion}`;
  const args = ['install', '--prefix', folder, '--no-save', '--no-package-lock', '--ignore-scripts', '--loglevel=error', wanted];
  const run = runNpm(args);
  const fonts = join(folder, 'node_modules', fontPackage);
  if (run.status !== 0 || !existsSync(fonts) || readdirSync(fonts).length === 0) {
    throw new Error(`no Chinese font is installed and ${wanted} could not be taken from npm: install one, for example fonts-noto-cjk`);
  }
  writeFileSync(configuration, configurationFor(fonts, join(folder, 'cache')));
}

function configurationFor(fonts, cache) {
  const alias = (family) => `<alias binding="same"><family>${family}</family><prefer><family>Noto Sans SC</family></prefer></alias>`;
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${fonts}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${cache}</cachedir>
  ${['Noto Sans CJK SC', 'sans-serif'].map(alias).join('\n  ')}
</fontconfig>
`;
}
