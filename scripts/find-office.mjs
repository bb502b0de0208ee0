// Finds what turns a deck into pictures: LibreOffice and poppler. Only for `npm run verify`.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const programs = ['soffice', 'pdftoppm'];
const packages = ['libreoffice-impress', 'poppler-utils', 'fonts-noto-cjk'];
const missing = () => programs.filter((name) => spawnSync('sh', ['-c', `command -v ${name}`]).status !== 0);

/** Throws when they are missing and cannot be installed: a deck that nobody opened is not verified. */
export function findOffice() {
  if (missing().length > 0 && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('正在用 apt-get 安装 LibreOffice … Installing LibreOffice with apt-get …');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env });
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { stdio: 'inherit', env });
  }
  const still = missing();
  if (still.length > 0) throw new Error(`${still.join(' and ')} not found: install ${packages.join(', ')}`);
}
