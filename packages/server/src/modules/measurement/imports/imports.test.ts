import { beforeEach, describe, expect, it } from 'vitest';
import {
  cancelImport,
  deleteMapping,
  importedLine,
  importProblems,
  listImports,
  listMappings,
  saveMapping,
  startImport,
  type importMapping,
} from '@zhiheng/contract/measurement/imports';
import { listObservations, listQuarantine } from '@zhiheng/contract/measurement/observations';
import type { z } from 'zod';
import { newId } from '../../../platform/identifier.ts';
import type { TestOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { buildService, buildUnit } from '../measurement.factory.ts';
import { importText, newMeasuringOrganisation, upload, scoreMapping as score } from './imports.factory.ts';

type Mapping = z.input<typeof importMapping>;

const server = useTestServer();

describe('imports', () => {
  let org: TestOrganisation;
  beforeEach(async () => {
    org = await newMeasuringOrganisation(server);
  });
  const events = async (id: string) => {
    const rows = await server.owner
      .selectFrom('event')
      .select('type')
      .where('org_id', '=', org.orgId)
      .where('entity_id', '=', id)
      .orderBy('id')
      .execute();
    return rows.map(({ type }) => type);
  };
  const stored = async () =>
    (await org.call(listObservations, { query: { indicator: 'score', limit: 200 } })).items.map(({ key, value }) => [key, value]);

  it('change nothing the second time, and correct what has changed', async () => {
    const text = 'id,at,score\nA,2026-03-01 08:00,7\nB,2026-03-02 08:00,8\n';
    const first = await importText(org, text, { mapping: score });
    expect(first).toMatchObject({
      state: 'done',
      progress: 1,
      dryRun: false,
      createdBy: 'Ada',
      counts: { rows: 2, records: 2, stored: 2, corrected: 0, unchanged: 0, quarantined: 0, blank: 0 },
    });
    expect(await events(first.id)).toEqual(['import.started', 'import.finished']);
    expect((await importText(org, text, { mapping: score })).counts).toMatchObject({ stored: 0, unchanged: 2 });
    expect((await importText(org, text.replace(',8\n', ',9\n'), { mapping: score })).counts).toMatchObject({
      stored: 0,
      corrected: 1,
      unchanged: 1,
    });
    expect(await stored()).toEqual([
      ['B', 9],
      ['A', 7],
    ]);
  });

  it('without a key take equal lines as data, and the same file as the same', async () => {
    const mapping = { ...score, key: [] };
    const text = 'id,at,score\nA,2026-03-01 08:00,7\nA,2026-03-01 08:00,7\n';
    expect((await importText(org, text, { mapping })).counts).toMatchObject({ stored: 2 });
    expect((await importText(org, text, { mapping })).counts).toMatchObject({ stored: 0, unchanged: 2 });
  });

  const faulty = [
    'id,at,score,start,end,site',
    'A,2026-03-01 08:00,7,2026-03-01 08:00,2026-03-01 09:00,north',
    'B,2026-02-30 08:00,7,,,north',
    'C,2026-03-01 25:00,7,,,north',
    'D,,7,,,north',
    'E,2026-03-01 08:00,seven,2026-03-01 09:00,2026-03-01 08:00,north',
    'F,2026-03-01 08:00,700,,,north',
    'G,1969-12-31 08:00,7,,,north',
    'H,2098-03-01 08:00,7,,,north',
    ',2026-03-01 08:00,7,,,north',
    'J,2026-03-01 08:00,7,,,=south',
    'K,2026-03-01 08:00',
    'L,2026-03-01 08:00,,,,',
  ].join('\r\n');
  const full: Mapping = {
    ...score,
    subject: { site: { kind: 'column', column: 'site' } },
    measures: [
      { kind: 'number', indicator: 'score', column: 'score' },
      { kind: 'duration', indicator: 'wait', from: 'start', to: 'end' },
    ],
  };
  const expectedProblems = [
    { reason: 'impossible_time', rows: 3, firstLine: 3 },
    { reason: 'future_time', rows: 1, firstLine: 9 },
    { reason: 'malformed_row', rows: 1, firstLine: 12 },
    { reason: 'missing_key', rows: 1, firstLine: 10 },
    { reason: 'missing_time', rows: 1, firstLine: 5 },
    { reason: 'negative_duration', rows: 1, firstLine: 6 },
    { reason: 'not_a_number', rows: 1, firstLine: 6 },
    { reason: 'out_of_range', rows: 1, firstLine: 7 },
    { reason: 'unknown_site', rows: 1, firstLine: 11 },
  ];

  it('set every bad row aside with its line and reason, and store the others', async () => {
    await org.inside((operation) => buildUnit(operation, 'site', 'north'));
    const job = await importText(org, faulty, { mapping: full });
    expect(job.counts).toEqual({ rows: 12, records: 12, stored: 2, corrected: 0, unchanged: 0, quarantined: 11, blank: 6 });
    expect(job.problems).toEqual(expectedProblems);
    expect((await org.call(listQuarantine, { query: { importId: job.id } })).total).toBe(11);
  });

  it('can be rehearsed: nothing is stored, the problems are the same', async () => {
    await org.inside((operation) => buildUnit(operation, 'site', 'north'));
    const job = await importText(org, faulty, { mapping: full, dryRun: true });
    expect(job).toMatchObject({ state: 'done', dryRun: true, progress: 1, counts: { rows: 12, stored: 2, quarantined: 11, blank: 6 } });
    expect(job.problems).toEqual(expectedProblems);
    expect(await stored()).toEqual([]);
    for (const table of ['observation', 'rollup', 'rollup_delta', 'ingest_batch', 'subject'] as const)
      expect(await server.owner.selectFrom(table).select('org_id').where('org_id', '=', org.orgId).execute()).toEqual([]);
    expect((await org.call(listQuarantine, { query: {} })).total).toBe(0);
    expect(await events(job.id)).toEqual(['import.started', 'import.finished']);
    expect(await importText(org, faulty, { mapping: full })).toMatchObject({ counts: { stored: 2 } });
    expect((await importText(org, faulty, { mapping: full, dryRun: true })).counts).toMatchObject({ stored: 0, unchanged: 2 });
  });

  it('explain their problems in a file that a spreadsheet may open', async () => {
    const job = await importText(org, faulty, { mapping: full, dryRun: true });
    const answer = await server.app.inject({ url: `/api/v1/imports/${job.id}/problems.csv?locale=zh`, headers: { cookie: org.cookie } });
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(answer.headers['content-disposition']).toContain('.csv"');
    expect(answer.rawPayload.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const lines = answer.body.replace('\ufeff', '').trimEnd().split('\r\n');
    expect(lines.slice(0, 2)).toEqual([
      '行号,指标,原因,值,id,at,score,start,end,site',
      '2,score,没有这个地点,north,A,2026-03-01 08:00,7,2026-03-01 08:00,2026-03-01 09:00,north',
    ]);
    expect(lines).toContain("11,score,没有这个地点,'=south,J,2026-03-01 08:00,7,,,'=south");
    const english = await org.call(importProblems, { params: { id: job.id }, query: { locale: 'en' } });
    expect(english).toContain('3,,Not a time that exists,2026-02-30 08:00,B,2026-02-30 08:00,7,,,north\r\n');
  });

  it('lead back from an observation to its line', async () => {
    const job = await importText(org, 'id,at,score,note\n\nA,2026-03-01 08:00,7,"two\nlines"\nB,2026-03-01 09:00,8,last\n', {
      mapping: score,
    });
    const { items } = await org.call(listObservations, { query: { indicator: 'score' } });
    const [last] = items;
    expect(last).toMatchObject({ key: 'B', source: 'import', importId: job.id, line: 5 });
    expect(await org.call(importedLine, { params: { id: job.id, line: last?.line ?? 0 } })).toEqual({
      fileName: 'file.csv',
      line: 5,
      columns: ['id', 'at', 'score', 'note'],
      cells: ['B', '2026-03-01 09:00', '8', 'last'],
    });
    for (const line of [2, 4, 99])
      expect(await org.refusal(importedLine, { params: { id: job.id, line } })).toMatchObject({ status: 404, params: { kind: 'line' } });
  });

  it('make units that are named and not known, where that is asked for', async () => {
    await org.inside((operation) => buildService(operation, 'desk'));
    const subject = (createMissing: boolean): Mapping['subject'] => ({
      service: { kind: 'fixed', code: 'desk' },
      site: { kind: 'column', column: 'site', createMissing },
    });
    const text = 'id,at,score,site\nA,2026-03-01,7,朝阳店\nB,2026-03-01,8,朝阳店\n';
    expect((await importText(org, text, { mapping: { ...score, subject: subject(false) } })).counts).toMatchObject({
      stored: 0,
      quarantined: 2,
    });
    expect((await importText(org, text, { mapping: { ...score, subject: subject(true) } })).counts).toMatchObject({
      stored: 2,
      quarantined: 0,
    });
    const { items } = await org.call(listObservations, { query: { indicator: 'score' } });
    expect(items[0]?.subject).toMatchObject({ service: { en: 'desk' }, site: { zh: '朝阳店' } });
  });

  it('set rows of unknown and of computed indicators aside', async () => {
    const mapping: Mapping = {
      rows: 'observations',
      time: { column: 'at' },
      indicator: { kind: 'column', column: 'what' },
      value: 'value',
    };
    const job = await importText(org, 'at,what,value\n2026-03-01,score,1\n2026-03-01,nobody,1\n2026-03-01,sum,1\n', { mapping });
    expect(job.problems.map(({ reason, firstLine }) => [reason, firstLine])).toEqual([
      ['formula_indicator', 4],
      ['unknown_indicator', 3],
    ]);
  });

  it('cover decades in one batch', async () => {
    const lines = Array.from(
      { length: 21 * 12 },
      (_, month) => `${1970 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')},${month % 100}`,
    );
    const mapping: Mapping = { ...score, key: [], time: { column: 'at', grain: 'month' } };
    const job = await importText(org, `at,score\n${lines.join('\n')}\n`, { mapping });
    expect(job).toMatchObject({ state: 'done', counts: { rows: 252 } });
    expect(job.counts.stored + job.counts.quarantined).toBe(252);
    // January 1970 began in Shanghai before it did in UTC.
    expect(job.counts.quarantined).toBe(1);
  }, 60_000);

  it('are refused at once when the mapping does not fit', async () => {
    const fileId = await upload(org, 'id,when,score\nA,2026-03-01,7\n');
    const problem = await org.refusal(startImport, { body: { fileId, mapping: { ...score, key: ['nr'] } } });
    expect(problem).toMatchObject({ status: 422, code: 'unknown_column' });
    expect(problem.errors).toEqual([
      { path: 'mapping.time.column', code: 'unknown_column', params: { column: 'at' } },
      { path: 'mapping.key.0', code: 'unknown_column', params: { column: 'nr' } },
    ]);
    expect(await org.refusal(startImport, { body: { fileId: newId(), mapping: score } })).toMatchObject({ status: 404 });
    const whole = await upload(org, 'id,at,score\nA,2026-03-01,7\n');
    expect(await org.refusal(startImport, { body: { fileId: whole, mapping: score, mappingId: newId() } })).toMatchObject({
      errors: [{ path: 'mappingId', code: 'unknown_mapping' }],
    });
    const rubbish = { fileId: whole, mapping: { rows: 'records', time: {}, timeZone: 'Mars/Base', measures: [] } } as unknown as {
      fileId: string;
      mapping: Mapping;
    };
    expect(await org.refusal(startImport, { body: rubbish })).toMatchObject({ status: 422 });
  });

  it('are listed newest first, page by page', async () => {
    const ids: string[] = [];
    for (const value of [1, 2, 3]) ids.unshift((await importText(org, `id,at,score\nA,2026-03-01,${value}\n`, { mapping: score })).id);
    const first = await org.call(listImports, { query: { limit: 2 } });
    expect(first.items.map(({ id }) => id)).toEqual(ids.slice(0, 2));
    const second = await org.call(listImports, { query: { limit: 2, cursor: first.next! } });
    expect([second.items.map(({ id }) => id), second.next]).toEqual([ids.slice(2), null]);
    expect(await org.refusal(listImports, { query: { cursor: 'rubbish' } })).toMatchObject({ status: 422 });
  });

  it('that are over cannot be cancelled', async () => {
    const job = await importText(org, 'id,at,score\nA,2026-03-01,7\n', { mapping: score });
    expect(await org.refusal(cancelImport, { params: { id: job.id } })).toMatchObject({ status: 409, code: 'import_is_over' });
  });
});

describe('saved mappings', () => {
  it('are saved, replaced, listed and deleted, and the log says so', async () => {
    const org = await newMeasuringOrganisation(server);
    const first = await org.call(saveMapping, {
      params: { code: 'weekly' },
      body: { name: 'Weekly', mapping: score, options: { delimiter: ';' } },
    });
    const second = await org.call(saveMapping, { params: { code: 'weekly' }, body: { name: 'Weekly file', mapping: score } });
    expect(second).toMatchObject({ id: first.id, code: 'weekly', name: 'Weekly file', options: {} });
    expect((await org.call(listMappings)).items).toEqual([second]);
    expect(await org.refusal(saveMapping, { params: { code: 'No Code' }, body: { name: 'x', mapping: score } })).toMatchObject({
      status: 422,
    });
    await org.call(deleteMapping, { params: { code: 'weekly' } });
    expect(await org.refusal(deleteMapping, { params: { code: 'weekly' } })).toMatchObject({ status: 404 });
    const rows = await server.owner.selectFrom('event').select('type').where('entity_id', '=', first.id).orderBy('id').execute();
    expect(rows.map(({ type }) => type)).toEqual(['mapping.saved', 'mapping.saved', 'mapping.deleted']);
  });
});
