import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('./messages.mjs', import.meta.url));

/** Compiles the messages in a process of their own: the compiler leaves timers behind that would hold a build for half a minute. */
export function compileMessages() {
  return {
    name: 'zhiheng:compile-messages',
    apply: 'build',
    buildStart() {
      const run = spawnSync(process.execPath, [script], { stdio: 'inherit' });
      if (run.status !== 0) throw new Error('the messages did not compile');
    },
  };
}
