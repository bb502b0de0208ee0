// Weighs what a browser must fetch for each page of the built web (gzip, scripts and styles) and fails over budget.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

const dist = fileURLToPath(new URL('../packages/web/dist/', import.meta.url));
const manifestFile = join(dist, '.vite/manifest.json');
if (!existsSync(manifestFile)) throw new Error('packages/web/dist is missing: run `npm run build` first');
const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));

const budgets = { runner: 90, door: 120, setUp: 125, portal: 130, boardFigures: 360, wholeBoard: 560, wholePage: 600, route: 250 };

/** A chunk and all that it imports at once. */
function closureOf(key, found = new Set()) {
  if (manifest[key] === undefined) throw new Error(`the build has no ${key}`);
  if (found.has(key)) return found;
  found.add(key);
  for (const next of manifest[key].imports ?? []) closureOf(next, found);
  return found;
}

const filesOf = (key) => new Set([...closureOf(key)].flatMap((one) => [manifest[one].file, ...(manifest[one].css ?? [])]));

/** What a page fetches once it stands, such as its charts. A dialog or a tab that is fetched by itself comes with the click that opens it. */
const laterFilesOf = (key) =>
  union(
    ...[...closureOf(key)]
      .filter((one) => !frame.has(one))
      .flatMap((one) =>
        (manifest[one].dynamicImports ?? []).filter((later) => !/-(dialog|tab)(\.tsx|-[\w-]{8}\.js)$/.test(later)).map(filesOf),
      ),
  );

/** Size on the wire: the server sends the compressed file that lies beside, small files as they are. */
function weigh(files) {
  const bytes = [...files].map((file) => join(dist, file)).map((file) => statSync(existsSync(`${file}.gz`) ? `${file}.gz` : file).size);
  return bytes.reduce((sum, size) => sum + size, 0) / 1000;
}

const union = (...sets) => new Set(sets.flatMap((set) => [...set]));
const minus = (set, other) => new Set([...set].filter((file) => !other.has(file)));

const entry = filesOf('index.html');
const door = (feature) => union(entry, filesOf('src/app/doors.tsx'), filesOf(`src/features/${feature}/doors.ts`));
const shell = union(entry, filesOf('src/app/application.tsx'));
const frame = new Set([...closureOf('index.html'), ...closureOf('src/app/application.tsx')]);
// The board has budgets of its own.
const board = 'src/features/board/board-page.tsx';
const pages = Object.keys(manifest).filter((key) => /^src\/features\/.*-page\.tsx$/.test(key) && key !== board);
const tabs = Object.keys(manifest).filter((key) => /^src\/features\/.*-tab\.tsx$/.test(key));
const figures = union(shell, filesOf(board));

/**
 * The page of a survey, which is no part of the application: its script, and the page itself as the server writes it, here with one page of
 * questions. The form travels twice, as markup and as data.
 */
async function weighRunner() {
  const { assets, renderPage } = await import(pathToFileURL(join(dist, 'runner/page.mjs')).href);
  const questions = Array.from({ length: 22 }, (_, at) => ({
    key: `q${at}`,
    type: 'nps',
    required: true,
    text: { zh: `第 ${at} 个方面您满意吗？`, en: `How satisfied are you with part ${at}?` },
  }));
  const title = { zh: '服务质量调查', en: 'Quality of service' };
  const form = {
    languages: ['zh', 'en'],
    title,
    consent: false,
    given: [],
    pages: [{ key: 'p', questions }],
    endings: [],
    measures: [],
    groups: [],
  };
  const run = {
    state: { kind: 'open' },
    organisation: '质衡',
    timeZone: 'UTC',
    surveyName: title,
    versionId: '',
    form,
    given: {},
    anonymous: true,
  };
  const rest = { mode: 'link', invited: false, language: null, resetSeconds: 60, saved: null };
  const page = renderPage({ token: 't'.repeat(43), run: { ...run, ...rest }, resume: 'r'.repeat(32), language: 'zh' }, assets);
  return weigh([assets.script.slice(1)]) + gzipSync(page).length / 1000;
}

const rows = [
  { what: 'survey: page, styles, script, 22 questions', size: await weighRunner(), most: budgets.runner },
  { what: 'sign in, private link', size: weigh(door('identity')), most: budgets.door },
  { what: 'set up', size: weigh(door('packs')), most: budgets.setUp },
  { what: 'customer portal', size: weigh(door('portal')), most: budgets.portal },
  { what: 'frame of the application', size: weigh(shell), most: budgets.boardFigures },
  { what: 'board: figures readable', size: weigh(figures), most: budgets.boardFigures },
  { what: 'board: with charts', size: weigh(union(figures, laterFilesOf(board))), most: budgets.wholeBoard },
  // One comes to a page from the board, whose figures are there already, or by a link straight to it.
  ...pages.flatMap((page) => {
    const own = union(shell, filesOf(page), laterFilesOf(page));
    const what = page.replace('src/features/', '').replace('-page.tsx', '');
    return [
      { what: `${what}: adds`, size: weigh(minus(own, figures)), most: budgets.route },
      { what: `${what}: all`, size: weigh(own), most: budgets.wholePage },
    ];
  }),
  // A tab comes to a page that stands, with its charts if it has any.
  ...tabs.map((tab) => ({
    what: `${tab.replace('src/features/', '')}: adds`,
    size: weigh(minus(filesOf(tab), figures)),
    most: budgets.route,
  })),
];

let over = 0;
for (const { what, size, most } of rows) {
  const verdict = size <= most ? 'ok' : 'OVER BUDGET';
  if (size > most) over += 1;
  console.log(`${what.padEnd(48)} ${size.toFixed(1).padStart(7)} KB of ${most} KB  ${verdict}`);
}
process.exitCode = over === 0 ? 0 : 1;
