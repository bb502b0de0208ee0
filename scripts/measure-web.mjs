// Weighs what a browser must fetch for each page of the built web (gzip, scripts and styles) and fails over budget.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const dist = fileURLToPath(new URL('../packages/web/dist/', import.meta.url));
const manifestFile = join(dist, '.vite/manifest.json');
if (!existsSync(manifestFile)) throw new Error('packages/web/dist is missing: run `npm run build` first');
const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));

const budgets = { door: 120, boardFigures: 360, wholeBoard: 560, route: 250 };

/** Files of a chunk and of all it imports at once. */
function filesOf(key, found = new Set()) {
  const chunk = manifest[key];
  if (chunk === undefined) throw new Error(`the build has no ${key}`);
  if (found.has(chunk.file)) return found;
  found.add(chunk.file);
  for (const style of chunk.css ?? []) found.add(style);
  for (const next of chunk.imports ?? []) filesOf(next, found);
  return found;
}

/** Size on the wire: the server sends the compressed file that lies beside, small files as they are. */
function weigh(files) {
  const bytes = [...files].map((file) => join(dist, file)).map((file) => statSync(existsSync(`${file}.gz`) ? `${file}.gz` : file).size);
  return bytes.reduce((sum, size) => sum + size, 0) / 1000;
}

const union = (...sets) => new Set(sets.flatMap((set) => [...set]));
const minus = (set, other) => new Set([...set].filter((file) => !other.has(file)));

const entry = filesOf('index.html');
const doors = union(entry, filesOf('src/app/doors.tsx'));
const shell = union(entry, filesOf('src/app/application.tsx'));
const pages = Object.keys(manifest).filter((key) => /^src\/features\/.*-page\.tsx$/.test(key));
const board = 'src/features/board/board-page.tsx';
const figures = union(shell, filesOf(board));
const later = (manifest[board]?.dynamicImports ?? []).map((key) => filesOf(key));

const rows = [
  { what: 'sign in, set up, private link', size: weigh(doors), most: budgets.door },
  { what: 'frame of the application', size: weigh(shell), most: budgets.boardFigures },
  { what: 'board: figures readable', size: weigh(figures), most: budgets.boardFigures },
  { what: 'board: with charts', size: weigh(union(figures, ...later)), most: budgets.wholeBoard },
  ...pages.map((page) => {
    const own = union(filesOf(page), ...(manifest[page].dynamicImports ?? []).map((key) => filesOf(key)));
    return { what: `+ ${page.replace('src/features/', '')}`, size: weigh(minus(own, shell)), most: budgets.route };
  }),
];

let over = 0;
for (const { what, size, most } of rows) {
  const verdict = size <= most ? 'ok' : 'OVER BUDGET';
  if (size > most) over += 1;
  console.log(`${what.padEnd(48)} ${size.toFixed(1).padStart(7)} KB of ${most} KB  ${verdict}`);
}
process.exitCode = over === 0 ? 0 : 1;
