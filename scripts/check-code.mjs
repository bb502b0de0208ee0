// Types and lint of every project in one process: what several projects read is parsed once, and the rules that ask for types ask the program that
// was checked already. A line per project: `ok …` or `not ok …: why`.
import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ESLint } from 'eslint';
import ts from 'typescript';
import { root } from './content-hash.mjs';

const folders = [...readdirSync(join(root, 'packages')).map((name) => `packages/${name}`), 'bench', 'e2e', 'reference', 'verify'];
const projects = folders.filter((name) => existsSync(join(root, name, 'tsconfig.json')));
const parsedFiles = new Map();
const format = { getCurrentDirectory: () => root, getCanonicalFileName: (name) => name, getNewLine: () => '\n' };
const linted = new Set();

for (const folder of projects) {
  const { program, problems } = diagnose(join(root, folder, 'tsconfig.json'));
  report(`types of ${folder}`, problems);
  report(`lint of ${folder}`, await lintProgram(program));
}
report('lint of what belongs to no project', await lintRest());

function report(what, problems) {
  console.log(problems.length === 0 ? `ok ${what}` : problems.map((problem) => `not ok ${problem}`).join('\n'));
  if (problems.length > 0) process.exitCode = 1;
}

function diagnose(path) {
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: (problem) => console.log(`not ok ${path}: ${problem.messageText}`) };
  const { options, fileNames, errors } = ts.getParsedCommandLineOfConfigFile(
    path,
    { incremental: false, tsBuildInfoFile: undefined },
    host,
  );
  const program = ts.createProgram({ rootNames: fileNames, options, host: sharingHost(options) });
  const problems = [...errors, ...ts.getPreEmitDiagnostics(program)].map((problem) =>
    ts.formatDiagnostic(problem, format).trim().replaceAll('\n', ' '),
  );
  return { program, problems };
}

function sharingHost(options) {
  const host = ts.createCompilerHost(options);
  const parse = host.getSourceFile;
  host.getSourceFile = (file, how, ...rest) => {
    const key = `${file} ${JSON.stringify(how)}`;
    if (!parsedFiles.has(key)) parsedFiles.set(key, parse(file, how, ...rest));
    return parsedFiles.get(key);
  };
  return host;
}

async function lintProgram(program) {
  const parserOptions = { projectService: false, programs: [program] };
  const eslint = new ESLint({ cwd: root, overrideConfig: [{ files: ['**/*.ts', '**/*.tsx'], languageOptions: { parserOptions } }] });
  const files = [];
  for (const file of program.getRootFileNames()) {
    if (linted.has(file) || file.endsWith('.d.ts') || (await eslint.isPathIgnored(file))) continue;
    linted.add(file);
    files.push(file);
  }
  return problemsOf(await eslint.lintFiles(files));
}

async function lintRest() {
  const eslint = new ESLint({ cwd: root, overrideConfig: [{ ignores: [...linted].map((file) => relative(root, file)) }] });
  return problemsOf(await eslint.lintFiles(['.']));
}

/** A warning counts as much as an error. */
function problemsOf(results) {
  return results.flatMap(({ filePath, messages }) =>
    messages.map(({ line, ruleId, message }) => `${relative(root, filePath)}:${line} ${message} (${ruleId})`),
  );
}
