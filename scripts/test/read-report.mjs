import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from '../content-hash.mjs';

/** How each runner's report is read: `({ step, run, report }) → { passed, failed, problems }`. A skipped test is a failure. */
export const readers = {
  exit({ step, run }) {
    if (run.code === 0) return { passed: 1, failed: 0, problems: [] };
    return { passed: 0, failed: 1, problems: [`${step.label}:\n${plain(`${run.stdout}\n${run.stderr}`).trim()}`] };
  },

  /** Our own small checks: a line per check, `ok name` or `not ok name: reason`. */
  lines({ report }) {
    const lines = report.split('\n');
    const problems = lines.filter((line) => line.startsWith('not ok '));
    return { passed: lines.filter((line) => line.startsWith('ok ')).length, failed: problems.length, problems };
  },

  /** The reference cases: failing ones with their differences, closed by `N passed, N failed`. */
  sum({ run, report }) {
    const [, passed, failed] = /^(\d+) passed, (\d+) failed$/m.exec(report) ?? [];
    const leftOut = report.split('\n').filter((line) => line.startsWith('left out: '));
    for (const line of leftOut) console.log(`    ${line}`);
    if (passed !== undefined && run.code === 0) return { passed: Number(passed), failed: 0, problems: [] };
    return {
      passed: Number(passed ?? 0),
      failed: Math.max(1, Number(failed ?? 0)),
      problems: [plain(`${run.stdout}\n${run.stderr}`).trim()],
    };
  },

  cruiser({ report }) {
    const { summary } = JSON.parse(report);
    if (summary.totalCruised === 0) return asOneTest(['cruised no module']);
    return asOneTest(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`));
  },

  knip({ report }) {
    const { files, issues } = JSON.parse(report);
    const found = issues.flatMap(({ file, ...kinds }) =>
      Object.entries(kinds)
        .filter(([, names]) => Array.isArray(names))
        .flatMap(([kind, names]) => names.filter(({ name }) => name !== undefined).map(({ name }) => `${file}: ${kind} ${name}`)),
    );
    return asOneTest([...files.map((file) => `${file}: nothing imports it`), ...found]);
  },

  vitest({ step, report }) {
    const { testResults } = JSON.parse(report);
    const tests = testResults.flatMap((file) => testsOf(file));
    const passed = tests.filter((test) => test.status === 'passed').length;
    const leftOut = tests.filter((test) => mayBeLeftOut(test)).length;
    if (leftOut > 0) console.log(`    left out: ${leftOut} tests of the reference files, which are not beside this clone`);
    const problems = tests
      .filter((test) => test.status !== 'passed' && !mayBeLeftOut(test))
      .map(({ name, status, message }) => `${name}: ${status}\n${message}`);
    const empty = step.folders.filter((folder) => !testResults.some((file) => relative(root, file.name).startsWith(`${folder}/`)));
    problems.push(...empty.map((folder) => `${folder}: has no test`));
    return { passed, failed: problems.length, problems };
  },

  playwright({ report }) {
    const { suites, errors } = JSON.parse(report);
    const tests = suites
      .flatMap((suite) => specsOf(suite, ''))
      .flatMap((spec) => spec.tests.map((test) => ({ ...test, title: spec.title })));
    const passed = tests.filter((test) => test.status === 'expected').length;
    const problems = tests
      .filter((test) => test.status !== 'expected')
      .map((test) => `${test.projectName}: ${test.title}: ${test.status}\n${messageOf(test)}`);
    problems.push(...errors.map((error) => plain(error.message ?? String(error.value))));
    return { passed, failed: problems.length, problems };
  },
};

const referenceFiles = join(root, '../shared/reference/datasets');

/** The one skip there is, and it is loud: real files that are not ours to pass on. Where every check must run, nothing is left out. */
function mayBeLeftOut({ name, status }) {
  const skipped = ['skipped', 'pending'].includes(status) && /reference-files\.test\.ts/.test(name);
  return skipped && process.env.CI === undefined && !existsSync(referenceFiles);
}

function asOneTest(problems) {
  return problems.length === 0 ? { passed: 1, failed: 0, problems } : { passed: 0, failed: 1, problems };
}

/** A file that fails before its first test counts as one failure. */
function testsOf(file) {
  const name = relative(root, file.name);
  if (file.assertionResults.length === 0) return [{ name, status: 'ran no test', message: plain(file.message ?? '') }];
  return file.assertionResults.map((test) => ({
    name: `${name} › ${test.fullName}`,
    status: test.status,
    message: plain((test.failureMessages ?? []).join('\n')),
  }));
}

function specsOf(suite, above) {
  const title = [above, suite.title].filter(Boolean).join(' › ');
  const own = (suite.specs ?? []).map((spec) => ({ ...spec, title: `${title} › ${spec.title}` }));
  return [...own, ...(suite.suites ?? []).flatMap((child) => specsOf(child, title))];
}

function messageOf(test) {
  return test.results.map((result) => plain(result.error?.message ?? '')).join('\n');
}

// Terminals' colours are control characters.
const plain = (text) =>
  text
    .replace(/\u001b\[[0-9;]*m/g, '')
    .split('\n')
    .slice(0, 30)
    .join('\n');
