// Types of every project in one process: what several of them read is parsed once. A line per project: `ok …` or `not ok …: why`.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { root } from './content-hash.mjs';

const folders = [...readdirSync(join(root, 'packages')).map((name) => `packages/${name}`), 'bench', 'e2e', 'reference', 'verify'];
const parsedFiles = new Map();
const format = { getCurrentDirectory: () => root, getCanonicalFileName: (name) => name, getNewLine: () => '\n' };

for (const folder of folders.filter((name) => existsSync(join(root, name, 'tsconfig.json')))) {
  const problems = diagnose(join(root, folder, 'tsconfig.json'));
  console.log(problems.length === 0 ? `ok ${folder}` : problems.map((problem) => `not ok ${problem}`).join('\n'));
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
  return [...errors, ...ts.getPreEmitDiagnostics(program)].map((problem) =>
    ts.formatDiagnostic(problem, format).trim().replaceAll('\n', ' '),
  );
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
