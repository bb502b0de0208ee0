import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../content-hash.mjs';
import { readers } from './read-report.mjs';

const limitMinutes = 40;

/** Runs the steps of a group and sums their reports: `{ name, passed, failed, problems, seconds }`. */
export async function runGroup(group, prepare, reports) {
  const started = Date.now();
  const sum = { name: group.name, passed: 0, failed: 0, problems: [] };
  try {
    await prepare(group.needs ?? []);
    for (const step of group.steps) add(sum, await runStep(step, reports));
  } catch (error) {
    add(sum, { passed: 0, failed: 1, problems: [error.message] });
  }
  if (sum.passed + sum.failed === 0) add(sum, { passed: 0, failed: 1, problems: ['ran no test'] });
  return { ...sum, seconds: (Date.now() - started) / 1000 };
}

function add(sum, { passed, failed, problems }) {
  sum.passed += passed;
  sum.failed += failed;
  sum.problems.push(...problems);
}

async function runStep(step, reports) {
  const file = step.file === undefined ? null : join(reports, step.file);
  const fill = (text) => text.replace('{report}', file);
  const env = Object.fromEntries(Object.entries(step.env ?? {}).map(([name, value]) => [name, fill(value)]));
  const run = await execute(step.command.map(fill), { cwd: step.cwd ?? root, env: { ...process.env, FORCE_COLOR: '0', ...env } });
  if (file !== null && !existsSync(file)) return noReport(step, run);
  const result = readers[step.report]({ step, run, report: file === null ? run.stdout : readFileSync(file, 'utf8') });
  // A runner may fail beside its tests, for example by an error that no test caught.
  if (run.code !== 0 && result.failed === 0) return noReport(step, run);
  return result;
}

function noReport(step, run) {
  const end = `${run.stdout}\n${run.stderr}`.trim().split('\n').slice(-40).join('\n');
  return { passed: 0, failed: 1, problems: [`${step.label ?? 'step'}: ended with ${run.code}\n${end}`] };
}

function execute([command, ...args], options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'], timeout: limitMinutes * 60_000 });
    const run = { stdout: '', stderr: '' };
    child.stdout.on('data', (chunk) => (run.stdout += chunk));
    child.stderr.on('data', (chunk) => (run.stderr += chunk));
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ ...run, code: code ?? signal }));
  });
}
