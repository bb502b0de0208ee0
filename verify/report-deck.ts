/**
 * Claim: the measurement deck of the demo data opens in LibreOffice, page for page; every sign on it has a glyph, seen in pictures of each sign beside one that no font has; each chart is
 * native, with a workbook of its own; and the numbers of the charts are those that the API answers to the query named beside them.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Pptx from 'pptxgenjs';
import { z } from 'zod';
import { demoHouse, makeDeck, slidesIn, type Deck } from '../bench/make-deck.ts';
import { startServer } from '../e2e/harness/start-server.ts';
import { findOffice } from '../scripts/find-office.mjs';

findOffice();
const folder = mkdtempSync(join(tmpdir(), 'zhiheng-deck-'));
const failures: string[] = [];
const check = (what: string, fault: string | null) => {
  console.log(fault === null ? `ok ${what}` : `not ok ${what}: ${fault}`);
  if (fault !== null) failures.push(what);
};

function run(program: string, args: readonly string[]): void {
  const { status, stderr } = spawnSync(program, args, { cwd: folder, encoding: 'utf8', timeout: 180_000 });
  if (status !== 0) throw new Error(`${program} ended with ${String(status)}: ${stderr}`);
}

interface Picture {
  readonly width: number;
  readonly height: number;
  readonly grey: Buffer;
}

/** Opens a deck in LibreOffice and takes a picture of each page, 72 points an inch. */
function picturesOf(name: string, bytes: Buffer): Picture[] {
  writeFileSync(join(folder, `${name}.pptx`), bytes);
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  run('soffice', [profile, '--headless', '--convert-to', 'pdf', `${name}.pptx`]);
  run('pdftoppm', ['-gray', '-r', '72', `${name}.pdf`, name]);
  const pages = readdirSync(folder).filter((file) => file.startsWith(`${name}-`) && file.endsWith('.pgm'));
  return pages.sort().map((file) => greyOf(readFileSync(join(folder, file))));
}

/** A PGM: `P5 width height 255`, then a byte a point. */
function greyOf(bytes: Buffer): Picture {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 64).toString('latin1'));
  if (head === null) throw new Error('no grey picture');
  return { width: Number(head[1]), height: Number(head[2]), grey: bytes.subarray(head[0].length) };
}

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&');

const textsIn = (deck: Deck): string[] =>
  [...deck.parts]
    .filter(([path]) => /^ppt\/(slides\/slide|charts\/chart)\d+\.xml$/.test(path))
    .flatMap(([, bytes]) => [...bytes.toString('utf8').matchAll(/<(?:a:t|c:v)>([^<]*)</g)].map(([, text]) => unescaped(text ?? '')));

/** A grid of signs in inches; edge and cell are whole points of the picture, or equal signs would not look equal. */
const grid = { columns: 24, rows: 13, cell: 0.5, edge: 0.25 } as const;
/** For private use at the far end: no font has it. */
const nobodyHas = '\u{10FFFD}';

/** Signs whose picture is empty, or that of the sign that no font has. */
async function withoutGlyph(signs: readonly string[]): Promise<string[]> {
  const each = grid.columns * grid.rows - 1;
  const sheet = new Pptx();
  sheet.layout = 'LAYOUT_WIDE';
  const pages = Array.from({ length: Math.ceil(signs.length / each) }, (_, at) => [nobodyHas, ...signs.slice(at * each, (at + 1) * each)]);
  for (const page of pages) {
    const slide = sheet.addSlide();
    for (const [at, sign] of page.entries()) {
      const place = { x: grid.edge + (at % grid.columns) * grid.cell, y: grid.edge + Math.floor(at / grid.columns) * grid.cell };
      slide.addText(sign, { ...place, w: grid.cell, h: grid.cell, margin: 0, fontFace: 'Microsoft YaHei', fontSize: 20, wrap: false });
    }
  }
  const bytes = (await sheet.write({ outputType: 'nodebuffer' })) as Buffer;
  const pictures = picturesOf('signs', bytes);
  return pages.flatMap((page, number) => {
    const picture = pictures[number];
    if (picture === undefined) throw new Error('a page of signs is missing');
    const none = cutOut(picture, 0);
    return page.slice(1).filter((_, at) => {
      const own = cutOut(picture, at + 1);
      return own.equals(none) || own.every((point) => point > 200);
    });
  });
}

function cutOut({ width, grey }: Picture, at: number): Buffer {
  const side = Math.floor(grid.cell * 72);
  const left = Math.round((grid.edge + (at % grid.columns) * grid.cell) * 72);
  const top = Math.round((grid.edge + Math.floor(at / grid.columns) * grid.cell) * 72);
  const lines = Array.from({ length: side }, (_, line) => grey.subarray((top + line) * width + left, (top + line) * width + left + side));
  return Buffer.concat(lines);
}

const answered = z.object({ trend: z.array(z.object({ value: z.number().nullable() })) });

/** Charts of indicators whose numbers in the file are not those that the API answers. */
async function chartsThatDiffer(
  deck: Deck,
  ask: (query: string) => Promise<unknown>,
): Promise<{ readonly compared: number; readonly wrong: string[] }> {
  const inFile = [...deck.parts]
    .filter(([path]) => /^ppt\/charts\/chart\d+\.xml$/.test(path))
    .map(([, bytes]) => new Set([...bytes.toString('utf8').matchAll(/<c:v>([^<]*)<\/c:v>/g)].map(([, text]) => Number(text))));
  const charts = (deck.report.document?.sections ?? []).flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'chart'));
  const own = charts.filter(({ source }) => source.query.startsWith('/api/v1/indicator-reports/'));
  const wrong: string[] = [];
  for (const { title, source } of own) {
    const { trend } = answered.parse(await ask(source.query));
    const values = trend.flatMap(({ value }) => (value === null ? [] : [value]));
    if (values.length === 0 || !inFile.some((numbers) => values.every((value) => numbers.has(value)))) wrong.push(title.zh);
  }
  return { compared: own.length, wrong };
}

const server = await startServer();
try {
  const { person, period } = await demoHouse(server);
  const deck = await makeDeck(server, person, period);
  const slides = slidesIn(deck).length;
  const pictures = picturesOf('deck', deck.bytes);
  check(
    `LibreOffice opens all ${slides} slides`,
    pictures.length === slides && slides >= 20 ? null : `${pictures.length} pages of ${slides} slides`,
  );
  const blank = pictures.filter(({ grey }) => grey.every((point) => point === grey[0])).length;
  check('no page is blank', blank === 0 ? null : `${blank} are`);
  const signs = [...new Set(textsIn(deck).join(''))].filter((sign) => /\S/u.test(sign));
  const missing = await withoutGlyph(signs);
  check(`${signs.length} signs have a glyph`, missing.length === 0 ? null : missing.join(' '));
  const control = await withoutGlyph([nobodyHas, '质']);
  check('a sign that no font has is told from one that fonts have', control.join('') === nobodyHas ? null : control.join(' '));
  const charts = [...deck.parts.keys()].filter((path) => /^ppt\/charts\/chart\d+\.xml$/.test(path)).length;
  const books = [...deck.parts.keys()].filter((path) => /^ppt\/embeddings\/.*\.xlsx$/.test(path)).length;
  const drawn = deck.report.document?.sections.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'chart')).length ?? 0;
  check(
    `${charts} charts are native, each with its workbook`,
    charts > 0 && charts === books && charts === drawn ? null : `${charts} charts, ${books} workbooks, ${drawn} in the document`,
  );
  const cookie = `zhiheng_session=${person.session}`;
  const { compared, wrong } = await chartsThatDiffer(deck, async (query) =>
    (await fetch(`${server.url}${query}`, { headers: { cookie } })).json(),
  );
  check(
    `the numbers of ${compared} charts are the API's`,
    compared > 0 && wrong.length === 0 ? null : wrong.join(', ') || 'none was compared',
  );
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failures.length === 0 ? 0 : 1;
