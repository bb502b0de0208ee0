// Whether the documents tell the truth: commands, variables, links, paths, packs. A line per check: `ok …` or `not ok …: why`.
import './require-node.mjs';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './content-hash.mjs';

const read = (file) => readFileSync(join(root, file), 'utf8');
const decisions = readdirSync(join(root, 'docs/decisions')).sort();
const documents = [
  ...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'docs/architecture.md', 'docs/glossary.md', 'docs/packs.md'],
  ...decisions.map((file) => `docs/decisions/${file}`),
];
const readme = read('README.md');
const helps = new Map();
const configuration = 'packages/server/src/platform/config.ts';
const manifest = JSON.parse(read('package.json'));

const checks = {
  'commands exist': () =>
    documents.flatMap((file) =>
      commandsOf(read(file))
        .filter(missingCommand)
        .map((command) => `${file}: ${command}`),
    ),
  'every script that people run is documented': () =>
    Object.keys(manifest.scripts).filter(
      (name) => !['start', 'test', 'messages', 'zhiheng'].includes(name) && !readme.includes(`npm run ${name}\``),
    ),
  'variables of the README are read by the code': () => variablesOf(readme).filter((name) => !read(configuration).includes(name)),
  'variables of the code are in the README': () => variablesOf(read(configuration)).filter((name) => !readme.includes(`\`${name}\``)),
  'defaults in the README are those of the code': wrongDefaults,
  'links lead somewhere': () =>
    documents.flatMap((file) =>
      linksOf(read(file))
        .filter((link) => !existsSync(join(root, dirname(file), link)))
        .map((link) => `${file}: ${link}`),
    ),
  'paths exist': () =>
    documents.flatMap((file) =>
      pathsOf(read(file))
        .filter((path) => !existsSync(join(root, path)))
        .map((path) => `${file}: ${path}`),
    ),
  'addresses are served': () => addressesOf(readme).filter((address) => !sourceOfServer().includes(address)),
  'packs are those of the folder': () => readdirSync(join(root, 'packs')).filter((pack) => !readme.includes(`\`${pack}\``)),
  'the Node.js version is that of package.json': () =>
    readme.includes(manifest.engines.node.replace('>=', 'Node.js ')) ? [] : [manifest.engines.node],
  'the command line knows its commands': unknownToCommandLine,
  'modules of the architecture are in order': wrongTiers,
  'the glossary has one meaning per word': () =>
    duplicates(
      read('docs/glossary.md')
        .split('\n')
        .filter((line) => line.startsWith('| ') && !line.startsWith('| 中文'))
        .map((line) => line.split(' | ')[0]),
    ),
  'decisions are numbered': () => decisions.filter((file, at) => !file.startsWith(String(at + 1).padStart(4, '0'))),
};

for (const [name, check] of Object.entries(checks)) {
  const problems = check();
  console.log(problems.length === 0 ? `ok ${name}` : `not ok ${name}: ${problems.join('; ')}`);
}

function commandsOf(text) {
  return [...text.matchAll(/(?:`|^)(npm (?:run )?[a-z-]+(?: -- [a-z][a-z-]*)?)/gm)].map(([, command]) => command);
}

/** `npm run bench -- board` needs the script, and a file of that name; npm's own commands are npm's matter. */
function missingCommand(command) {
  const [, run, name, argument] = /^npm (run )?([a-z-]+)(?: -- ([a-z-]+))?$/.exec(command) ?? [];
  if (run === undefined && ['ci', 'install'].includes(name)) return false;
  if (manifest.scripts[name] === undefined) return true;
  return ['bench', 'verify'].includes(name) && argument !== undefined && !existsSync(join(root, name, `${argument}.ts`));
}

function variablesOf(text) {
  return [...new Set(text.match(/\b(ZHIHENG_[A-Z_]+|DATABASE_URL)\b/g) ?? [])];
}

function wrongDefaults() {
  const code = read(configuration);
  const rows = [...readme.matchAll(/^\| `([A-Z_]+)` \| `([^`]+)` \|/gm)];
  const wrong = rows.filter(([, name, value]) => !new RegExp(`${name}: .*\\.default\\('?${value.replaceAll('.', '\\.')}'?\\)`).test(code));
  return rows.length === 0 ? ['the table has no defaults'] : wrong.map(([, name]) => name);
}

function linksOf(text) {
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link).filter((link) => !/^(https?:|#)/.test(link));
}

/** Paths of the repository in code marks; patterns and folders made at run time are no paths. */
function pathsOf(text) {
  const marked = [...text.matchAll(/`((?:packages|scripts|e2e|packs|docs|bench|verify)\/[^`\s]*|\.[a-z-]+\.cjs)`/g)].map(
    ([, path]) => path,
  );
  return marked.filter((path) => !/[<*{]/.test(path) && !path.endsWith('/dist'));
}

function addressesOf(text) {
  return [...new Set(text.match(/`(\/(?:api\/[a-z.]+|healthz|readyz|metrics))`/g) ?? [])].map((address) => address.replaceAll('`', ''));
}

function sourceOfServer() {
  const folder = 'packages/server/src/platform/http';
  return readdirSync(join(root, folder))
    .map((file) => read(`${folder}/${file}`))
    .join('\n');
}

/** What the documents tell people to type, against the help of that command: its name and each option. */
function unknownToCommandLine() {
  const typed = documents.flatMap((file) => [...read(file).matchAll(/(?:`zhiheng|npm run zhiheng --) ([^`\n]*)/g)].map(([, rest]) => rest));
  if (typed.length === 0) return ['no command is documented'];
  return typed.flatMap((rest) => {
    const [name = ''] = /^[a-z][a-z-]*(?: [a-z][a-z-]*(?= |$))?/.exec(rest) ?? [];
    if (rest.startsWith('--')) return [];
    const help = helpOf(name.split(' '));
    const [, usage = ''] = /^Usage: zhiheng (.*)$/m.exec(help) ?? [];
    const options = (rest.match(/--[a-z-]+/g) ?? []).filter((option) => !help.includes(option));
    return [...(usage.startsWith(name) ? [] : [name]), ...options.map((option) => `${name} ${option}`)];
  });
}

function helpOf(words) {
  const args = [join(root, 'packages/cli/bin/zhiheng.mjs'), ...words, '--help', '--lang', 'en'];
  const key = words.join(' ');
  if (!helps.has(key)) helps.set(key, spawnSync(process.execPath, args, { encoding: 'utf8', cwd: root }).stdout);
  return helps.get(key);
}

function wrongTiers() {
  const rules = /const modules = \[([^\]]+)\]/.exec(read('.dependency-cruiser.cjs'))?.[1].match(/[a-z-]+/g) ?? [];
  const folders = readdirSync(join(root, 'packages/server/src/modules'));
  const told = rules.map((module) => `\`${module}\``).join(' < ');
  return [
    ...folders.filter((folder) => !rules.includes(folder)),
    ...(read('docs/architecture.md').includes(told) ? [] : [`not told as ${told}`]),
  ];
}

function duplicates(words) {
  return words.filter((word, at) => words.indexOf(word) !== at);
}
