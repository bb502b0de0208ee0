// `npm test`: sets up what is missing, runs every group, three at a time, and sums the runners' own reports.
// `--fast` leaves out the server over HTTP and the browser; names of groups as arguments run only those.
import './require-node.mjs';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './content-hash.mjs';
import { installPackages } from './install-packages.mjs';
import { groups } from './test/groups.mjs';
import { prepare } from './test/prepare.mjs';
import { printGroup, printSum } from './test/print-results.mjs';
import { runGroup } from './test/run-group.mjs';

const lanes = 3;
const names = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const fast = process.argv.includes('--fast');
const reports = join(root, 'test-results/reports');

const started = Date.now();
installPackages();
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const results = await runAll(chosenGroups());
printSum(results, Date.now() - started);
process.exitCode = results.some((result) => result.failed > 0) ? 1 : 0;

function chosenGroups() {
  const unknown = names.filter((name) => !groups.some((group) => group.name === name));
  if (unknown.length > 0)
    throw new Error(`no such group: ${unknown.join(', ')}; there are ${groups.map((group) => group.name).join(', ')}`);
  if (names.length > 0) return groups.filter((group) => names.includes(group.name));
  return groups.filter((group) => !fast || group.fast);
}

/** Takes the next group whenever a lane is free. What several groups need is prepared once, by the first that needs it. */
async function runAll(chosen) {
  const waiting = [...chosen];
  const done = [];
  const lane = async () => {
    for (let group = waiting.shift(); group !== undefined; group = waiting.shift()) {
      const result = await runGroup(group, prepare, reports);
      printGroup(result);
      done.push(result);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return done;
}
