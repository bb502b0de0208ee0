// `npm start`: installs and builds what is missing, then runs server and database until Ctrl-C.
import './require-node.mjs';
import { spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { root } from './content-hash.mjs';
import { installPackages } from './install-packages.mjs';

const host = process.env.ZHIHENG_HOST || '127.0.0.1';
const port = Number(process.env.ZHIHENG_PORT || 7020);

try {
  await refuseTakenPort();
  installPackages();
  build();
  await refuseTakenPort();
  runServer();
} catch (error) {
  console.error(`\n${error.message}`);
  process.exit(1);
}

/** In a process of its own: what a build needs is gone again while the server runs. */
function build() {
  const run = spawnSync(process.execPath, [join(root, 'scripts/build.mjs'), '--if-changed'], { cwd: root, stdio: 'inherit' });
  if (run.status !== 0) throw new Error('the build failed: see the message above');
}

function refuseTakenPort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => (error.code === 'EADDRINUSE' ? reject(new Error(takenMessage())) : resolve()));
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

function takenMessage() {
  return [
    `端口 ${port} 已被占用。如果质衡已经在运行，请直接打开 http://${host}:${port}；否则请换一个端口，例如 ZHIHENG_PORT=${port + 1} npm start`,
    `Port ${port} is taken. If Zhiheng already runs, open http://${host}:${port}; else choose another port: ZHIHENG_PORT=${port + 1} npm start`,
  ].join('\n');
}

function runServer() {
  // The channel tells the server when this process is killed: it then stops the database in order.
  const stdio = ['ignore', 'pipe', 'inherit', 'ipc'];
  const env = { NODE_ENV: 'production', ...process.env, ZHIHENG_ROOT: root };
  const server = spawn(process.execPath, ['--enable-source-maps', join(root, 'packages/server/dist/main.js')], { cwd: root, stdio, env });
  let stopping = false;
  createInterface({ input: server.stdout }).on('line', announce);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (!stopping) console.log('\n正在停止 … Stopping …');
      stopping = true;
      server.kill('SIGTERM');
    });
  }
  server.on('exit', (code) => {
    if (stopping) console.log('已停止。 Stopped.');
    process.exit(stopping ? 0 : (code ?? 1));
  });
}

function announce(line) {
  const address = addressIn(line);
  if (address === null) {
    console.log(line);
    return;
  }
  console.log(`\n质衡已启动   Zhiheng is running:   ${address.url}`);
  if (address.setupUrl) console.log(firstRunMessage(address.setupUrl));
  console.log('按 Ctrl-C 停止。 Press Ctrl-C to stop.\n');
}

function addressIn(line) {
  if (!line.startsWith('{"url"')) return null;
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function firstRunMessage(setupUrl) {
  return `
首次使用：请在浏览器打开下面的一次性设置链接（重新启动会换成新的链接）。
First run: open this one-time set-up link in a browser (a restart makes a new one).

  ${setupUrl}
`;
}
