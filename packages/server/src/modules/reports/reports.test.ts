import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { readBoard, readIndicatorReport } from '@zhiheng/contract/insight/board';
import type { ReportFormat } from '@zhiheng/contract/reports/report-kind';
import type { Report } from '@zhiheng/contract/reports/reports';
import * as api from '@zhiheng/contract/reports/reports';
import { eventsOf } from '../../testing/read-events.ts';
import { newOrganisation, type TestOrganisation } from '../../testing/sign-in.ts';
import { useTestServer } from '../../testing/test-server.ts';
import { fontFiles } from './files/write-pdf.ts';
import { buildYear, made, partsOf, rowsOf } from './reports.factory.ts';

const server = useTestServer();
/** What the writer of paper itself reads fonts with. */
const require = createRequire(import.meta.url);

async function download(org: TestOrganisation, { id }: Pick<Report, 'id'>, format: ReportFormat, cookie = org.cookie) {
  return server.app.inject({ method: 'GET', url: `/api/v1/reports/${id}/files/${format}`, headers: { cookie } });
}

const textsIn = (xml: string): string[] => [...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, text]) => unescaped(text ?? ''));
const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&');

describe('a deck of a year of a clinic', () => {
  let org: TestOrganisation;
  let report: Report;
  let parts: Map<string, Buffer>;
  const named = (pattern: RegExp) =>
    [...parts].filter(([path]) => pattern.test(path)).map(([path, bytes]) => [path, bytes.toString('utf8')] as const);

  beforeAll(async () => {
    org = await newOrganisation(server);
    await buildYear(org);
    report = await made(org, { formats: ['pptx', 'pdf', 'xlsx'] });
    parts = partsOf((await download(org, report, 'pptx')).rawPayload);
  });

  it('says what the API says: every figure of the board and of the indicators', async () => {
    const board = await org.call(readBoard, { query: { period: '2026-10' } });
    const figures = report.document?.sections.flatMap(({ blocks }) => blocks).find(({ kind }) => kind === 'figures');
    if (figures?.kind !== 'figures') throw new Error('headline figures were expected');
    expect(figures.items.map(({ value, n, interval, target }) => ({ value, n, interval, target }))).toEqual(
      board.headline.map(({ figure: { value, n, interval, target } }) => ({ value, n, interval, target })),
    );
    const { trend } = await org.call(readIndicatorReport, { params: { code: 'wait' }, query: { period: '2026-10' } });
    const section = report.document?.sections.find(({ key }) => key === 'indicator-wait');
    const chart = section?.blocks.find(({ kind }) => kind === 'chart');
    expect(chart).toMatchObject({
      categories: trend.map(({ bucket }) => ({ zh: bucket })),
      series: [{ values: trend.map(({ value }) => value) }, {}],
    });
  });

  it('has native charts: each with a workbook that holds the numbers of the document', () => {
    const charts = report.document?.sections.flatMap(({ blocks }) => blocks).filter(({ kind }) => kind === 'chart') ?? [];
    const books = named(/^ppt\/embeddings\/.*\.xlsx$/);
    expect(charts.length).toBeGreaterThanOrEqual(6);
    expect(named(/^ppt\/charts\/chart\d+\.xml$/)).toHaveLength(charts.length);
    expect(books).toHaveLength(charts.length);
    expect(named(/^ppt\/media\/./)).toEqual([]);
    const numbers = [...parts]
      .filter(([path]) => path.startsWith('ppt/embeddings/'))
      .map(([, bytes]) => (bytes.length === 0 ? [] : rowsOf(bytes)));
    for (const chart of charts) {
      if (chart.kind !== 'chart') continue;
      const wanted = chart.series.flatMap(({ values }) => values).filter((value) => value !== null);
      const found = numbers.some((rows) => {
        const own = rows.flat().filter((cell): cell is number => typeof cell === 'number');
        return wanted.every((value) => own.includes(value));
      });
      expect(found, chart.title.zh).toBe(true);
    }
  });

  it('tells the one change that is no chance, with its test and its correction, and no other', () => {
    const told =
      report.document?.sections.find(({ key }) => key === 'overview')?.sentences.filter(({ source }) => source.test !== null) ?? [];
    expect(told.map(({ tone }) => tone)).toEqual(['bad']);
    expect(told[0]?.text.en).toContain('wait rose');
    expect(told[0]?.source.test).toMatchObject({ method: 'difference', correction: 'holm', family: 3 });
    expect(told[0]?.source.test?.adjustedP).toBeLessThan(0.001);
  });

  it('has in the notes of each page the query, n and moment of what stands on it', () => {
    const notes = named(/^ppt\/notesSlides\/notesSlide\d+\.xml$/).map(([, xml]) => textsIn(xml).join('\n'));
    const said = report.document?.sections.flatMap(({ sentences }) => sentences) ?? [];
    const all = notes.join('\n');
    for (const { text, source } of said) {
      expect(all).toContain(text.zh);
      expect(all).toContain(source.query);
    }
    expect(all).toMatch(/n = 40 · 检验 .*Holm 校正，共 3 项 · 截至 \d{4}-\d\d-\d\d \d\d:\d\d/);
  });

  it('leads from each sentence to a query that answers', async () => {
    const sources = new Set(
      report.document?.sections.flatMap(({ sentences, blocks }) => [
        ...sentences.map(({ source }) => source.query),
        ...blocks.flatMap((block) => (block.kind === 'figures' ? block.items.map(({ source }) => source.query) : [block.source.query])),
      ]),
    );
    expect(sources.size).toBeGreaterThan(5);
    for (const url of sources) {
      const { statusCode } = await server.app.inject({ method: 'GET', url, headers: { cookie: org.cookie } });
      expect([url, statusCode]).toEqual([url, 200]);
    }
  });

  it('is written in the font of the theme', () => {
    const [[, theme] = ['', '']] = named(/^ppt\/theme\/theme1\.xml$/);
    expect(theme).toContain('<a:latin typeface="Microsoft YaHei"');
    for (const [path, xml] of named(/^ppt\/(slides\/slide|charts\/chart)\d+\.xml$/))
      expect([path, [...xml.matchAll(/<a:latin typeface="([^"]*)"/g)].every(([, face]) => face === 'Microsoft YaHei')]).toEqual([
        path,
        true,
      ]);
  });

  it('is one document in both languages', async () => {
    const english = await made(org, { language: 'en', formats: ['pptx'] });
    const words = [...partsOf((await download(org, english, 'pptx')).rawPayload)]
      .filter(([path]) => /^ppt\/slides\/slide\d+\.xml$/.test(path))
      .flatMap(([, bytes]) => textsIn(bytes.toString('utf8')));
    expect(words.join(' ')).toContain('significantly worse');
    expect(words.filter((text) => /\p{Script=Han}/u.test(text))).toEqual([]);
    expect(english.document?.sections.map(({ key }) => key)).toEqual(report.document?.sections.map(({ key }) => key));
  });

  it('keeps its files with their hashes', async () => {
    for (const { format, sha256, size } of report.files) {
      const { rawPayload, headers } = await download(org, report, format);
      expect(createHash('sha256').update(rawPayload).digest('hex')).toBe(sha256);
      expect(rawPayload.length).toBe(size);
      expect(headers['content-disposition']).toContain('attachment');
    }
    expect((await download(org, report, 'pptx', await org.as('service-agent'))).statusCode).toBe(403);
    expect((await download(org, report, 'pptx', await org.as('executive'))).statusCode).toBe(200);
  });

  it('does not hand out a file that was changed since', async () => {
    const other = await made(org, { formats: ['xlsx'], kind: 'sla' });
    await sql`update file_chunk set data = data || '\\x00'::bytea where org_id = ${org.orgId} and file_id = (
      select file_id from report_file where org_id = ${org.orgId} and report_id = ${other.id})`.execute(server.owner);
    expect((await download(org, other, 'xlsx')).json()).toMatchObject({ code: 'report_file_damaged' });
  });

  it('has a workbook with numbers as numbers, in their formats, and a sheet of sources', async () => {
    const bytes = (await download(org, report, 'xlsx')).rawPayload;
    const { read } = await import('@e965/xlsx');
    const book = read(bytes, { type: 'buffer', cellNF: true });
    const table = book.Sheets['指标一览'];
    expect(table?.C2).toMatchObject({ t: 'n', z: '#,##0.00' });
    const figures = report.document?.sections.flatMap(({ blocks }) => blocks).find(({ kind }) => kind === 'figures');
    if (figures?.kind !== 'figures') throw new Error('headline figures were expected');
    expect(table?.C2?.v).toBe(figures.items[0]?.value);
    expect(book.SheetNames.at(-1)).toBe('来源');
    const sources = rowsOf(bytes, book.SheetNames.length - 1);
    expect(sources.slice(1).every((row) => String(row[2]).startsWith('/api/v1/'))).toBe(true);
  });

  it('is on paper in a font that has every sign of it', async () => {
    const bytes = (await download(org, report, 'pdf')).rawPayload;
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(bytes.includes('NotoSansSC')).toBe(true);
    const fontkit = require('fontkit') as { openSync(path: string): { hasGlyphForCodePoint(code: number): boolean } };
    const font = fontkit.openSync(fontFiles().normal);
    const signs = new Set([...JSON.stringify(report.document)]);
    expect([...signs].filter((sign) => !font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0))).toEqual([]);
  });

  it('tells its events', async () => {
    const told = (await eventsOf(org)).filter(({ entity_id }) => entity_id === report.id);
    expect(told.map(({ type }) => type)).toEqual(['report.asked', 'report.made']);
    expect(told[1]?.data).toMatchObject({ empty: false, mailed: null, askedBy: org.accountId });
  });
});

describe('what there is nothing to say of', () => {
  it('is said: a deck for a month without data judges nothing and draws nothing', async () => {
    const org = await newOrganisation(server);
    await buildYear(org);
    const report = await made(org, { period: '2019-01', formats: ['pptx', 'pdf', 'xlsx'] });
    expect(report).toMatchObject({ state: 'done', empty: true, failure: null });
    expect(report.document?.sections.map(({ key }) => key)).toEqual(['empty', 'method']);
    expect(report.document?.sections.flatMap(({ blocks }) => blocks)).toEqual([]);
    expect(report.document?.sections[0]?.sentences[0]?.text.zh).toContain('没有任何数据');
    const parts = partsOf((await download(org, report, 'pptx')).rawPayload);
    expect([...parts.keys()].filter((path) => /charts\/chart\d/.test(path))).toEqual([]);
  });

  it.each(['quality', 'sla', 'satisfaction', 'measurement', 'improvement'] as const)(
    'of an organisation without anything: %s',
    async (kind) => {
      const org = await newOrganisation(server);
      const report = await made(org, { kind, formats: ['pptx', 'xlsx'] });
      expect(report).toMatchObject({ state: 'done', empty: true });
      expect(report.files.map(({ format }) => format)).toEqual(['pptx', 'xlsx']);
    },
  );

  it('is refused where it is no period, no place, no look', async () => {
    const org = await newOrganisation(server);
    const id = '0197d000-0000-7000-8000-000000000000';
    const order = { kind: 'quality' as const, language: 'zh' as const, formats: ['xlsx' as const] };
    expect(await org.refusal(api.makeReport, { body: { ...order, period: '2026-13' } })).toMatchObject({ status: 422 });
    expect(await org.refusal(api.makeReport, { body: { ...order, period: '2026-10', templateId: id } })).toMatchObject({
      errors: [{ path: 'templateId' }],
    });
    expect(await org.refusal(api.previewReport, { body: { kind: 'quality', period: '2026-10', scope: { siteId: id } } })).toMatchObject({
      errors: [{ path: 'scope.siteId', code: 'unknown_reference' }],
    });
    const failed = await made(org, { scope: { siteId: id }, formats: ['xlsx'] });
    expect(failed).toMatchObject({ state: 'failed', failure: 'invalid', files: [] });
  });
});
