import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { contentHash, hasStamp, root, writeStamp } from '../content-hash.mjs';

const makers = {
  messages: compileMessages,
  build: () => run(process.execPath, [join(root, 'scripts/build.mjs'), '--if-changed']),
  chromium: () => run(process.execPath, [join(root, 'scripts/find-chromium.mjs')]),
};
const made = new Map();

/** Makes what a group needs, once for all groups of the run. */
export async function prepare(needs) {
  for (const need of needs) {
    // Building compiles the words anew: nobody reads them meanwhile.
    if (need === 'messages') await made.get('build');
    if (!made.has(need)) made.set(need, makers[need]());
    await made.get(need);
  }
}

/** The words of the interface become code that types, lint and tests of the web read. */
async function compileMessages() {
  const wanted = contentHash(['packages/web/messages', 'packages/web/project.inlang', 'package-lock.json']);
  if (hasStamp('messages', wanted)) return;
  await run('npm', ['run', '--silent', 'messages']);
  writeStamp('messages', wanted);
}

function run(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${[command, ...args].join(' ')} failed:\n${output}`))));
  });
}
