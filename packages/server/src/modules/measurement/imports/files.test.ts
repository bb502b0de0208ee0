import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { utils, write } from '@e965/xlsx';
import {
  cancelImport,
  getImport,
  importedLine,
  importProblems,
  listImports,
  listMappings,
  previewFile,
  saveMapping,
  startImport,
  uploadFile,
} from '@zhiheng/contract/measurement/imports';
import { listObservations } from '@zhiheng/contract/measurement/observations';
import { newId } from '../../../platform/identifier.ts';
import { newOrganisation, type TestOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { gb18030 } from '../../../platform/table-files/gb18030.factory.ts';
import { importStored, newMeasuringOrganisation, upload, scoreMapping as score } from './imports.factory.ts';

const server = useTestServer();

describe('files', () => {
  let org: TestOrganisation;
  beforeAll(async () => {
    org = await newMeasuringOrganisation(server);
  });
  const send = (content: string | Buffer, name = 'x.csv', field = 'file') => {
    const form = new FormData();
    form.append(field, new Blob([typeof content === 'string' ? content : new Uint8Array(content)]), name);
    return { body: form };
  };

  it('are taken by their content, whatever their name', async () => {
    const file = await org.call(uploadFile, send('a,b\n1,2\n', '../../etc/报表\u0007.exe'));
    expect(file).toMatchObject({ name: '报表.exe', size: 8, sha256: createHash('sha256').update('a,b\n1,2\n').digest('hex') });
    expect(await org.call(previewFile, { params: { id: file.id }, body: {} })).toMatchObject({ format: 'csv', totalRows: 1 });
  });

  it('that are no tables are refused by name of the reason', async () => {
    const refusals: [string | Buffer, number, string][] = [
      ['', 422, 'file_empty'],
      [' \n \n', 422, 'file_empty'],
      [Buffer.from([0, 1, 2, 3, 0, 255]), 415, 'file_not_a_table'],
      ['{"a": 1}', 415, 'file_not_a_table'],
      [Buffer.from('d0cf11e0a1b11ae1', 'hex'), 415, 'workbook_old_or_locked'],
      [Buffer.from('PK\u0003\u0004xl/workbook.xml', 'latin1'), 422, 'workbook_unreadable'],
      [Buffer.alloc(25 * 1024 * 1024 + 1, 'a,b\n'), 413, 'file_too_large'],
    ];
    for (const [content, status, code] of refusals) expect(await org.refusal(uploadFile, send(content))).toMatchObject({ status, code });
    expect(await org.refusal(uploadFile, { body: { not: 'a form' } })).toMatchObject({ status: 415, code: 'file_missing' });
    expect(await org.refusal(uploadFile, { body: new FormData() })).toMatchObject({ status: 400 });
  });

  it('as large as allowed are kept to the last byte', async () => {
    const content = Buffer.alloc(25 * 1024 * 1024, '0123456789,abcdef\n');
    const id = await upload(org, content);
    const preview = await org.call(previewFile, { params: { id }, body: {} });
    expect(preview.totalRows).toBe(Math.ceil(content.length / 18) - 1);
  }, 60_000);

  it('are previewed with rows, columns, a guess and a saved mapping that fits', async () => {
    const id = await upload(org, gb18030('编号;时间;score中;备注\nA;2026年3月1日 8时5分;7,5;好\nB;2026年3月2日 9时;8;\n'));
    const before = await org.call(previewFile, { params: { id }, body: {} });
    expect(before).toMatchObject({
      format: 'csv',
      encoding: 'gb18030',
      delimiter: ';',
      sheets: [],
      sheet: null,
      totalRows: 2,
      savedMappingId: null,
    });
    expect(before.rows).toEqual([
      ['A', '2026年3月1日 8时5分', '7,5', '好'],
      ['B', '2026年3月2日 9时', '8', ''],
    ]);
    expect(before.columns.map(({ name, holds }) => [name, holds])).toEqual([
      ['编号', 'text'],
      ['时间', 'time'],
      ['score中', 'number'],
      ['备注', 'text'],
    ]);
    expect(before.guess).toMatchObject({
      rows: 'records',
      key: ['编号'],
      time: { column: '时间' },
      measures: [{ kind: 'number', indicator: 'score', column: 'score中' }],
    });
    const saved = await org.call(saveMapping, { params: { code: 'shop-log' }, body: { name: 'Shop log', mapping: before.guess! } });
    await org.call(saveMapping, { params: { code: 'other' }, body: { name: 'Other', mapping: score } });
    expect((await org.call(previewFile, { params: { id }, body: {} })).savedMappingId).toBe(saved.id);
    const job = await importStored(org, id, { mapping: before.guess!, mappingId: saved.id });
    expect(job).toMatchObject({ state: 'done', mappingName: 'Shop log', counts: { stored: 2, quarantined: 0 } });
    const { items } = await org.call(listObservations, { query: { indicator: 'score' } });
    expect(items.map(({ value, at }) => [value, at])).toEqual([
      [8, '2026-03-02T09:00:00.000Z'],
      [7.5, '2026-03-01T08:05:00.000Z'],
    ]);
  });

  it('may be workbooks', async () => {
    const sheet = utils.aoa_to_sheet([
      ['id', 'at', 'score'],
      ['A', 46_082.336805555555, 7],
      ['B', 46_083, 0.085],
    ]);
    for (const [cell, z] of Object.entries({ B2: 'yyyy/m/d h:mm', B3: 'yyyy/m/d', C3: '0.0%' })) (sheet[cell] as { z: string }).z = z;
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([['cover']]), 'Cover');
    utils.book_append_sheet(book, sheet, 'Data');
    const id = await upload(org, write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer, 'figures.xlsx');
    expect(await org.call(previewFile, { params: { id }, body: {} })).toMatchObject({
      format: 'xlsx',
      sheets: ['Cover', 'Data'],
      sheet: 'Cover',
    });
    const preview = await org.call(previewFile, { params: { id }, body: { sheet: 'Data' } });
    expect(preview).toMatchObject({
      totalRows: 2,
      rows: [
        ['A', '2026-03-01T08:05:00.000', '7'],
        ['B', '2026-03-02', '8.5%'],
      ],
    });
    const job = await importStored(org, id, { mapping: { ...score, timeZone: 'Asia/Shanghai' }, options: { sheet: 'Data' } });
    expect(job).toMatchObject({
      state: 'done',
      counts: { rows: 2, stored: 1, quarantined: 1 },
      problems: [{ reason: 'wrong_unit', rows: 1, firstLine: 3 }],
    });
    expect(await org.call(importedLine, { params: { id: job.id, line: 3 } })).toMatchObject({
      columns: ['id', 'at', 'score'],
      cells: ['B', '2026-03-02', '8.5%'],
    });
    expect(await org.refusal(previewFile, { params: { id }, body: { sheet: 'None' } })).toMatchObject({
      status: 422,
      code: 'sheet_missing',
    });
  });

  it('of one column, or of one endless line, are no fault', async () => {
    const one = await upload(org, 'only\n1\n2\n');
    expect(await org.call(previewFile, { params: { id: one }, body: {} })).toMatchObject({ totalRows: 2, guess: null });
    const endless = await upload(org, 'x'.repeat(10 * 1024 * 1024));
    expect(await org.refusal(previewFile, { params: { id: endless }, body: {} })).toMatchObject({ status: 422, code: 'row_too_long' });
    expect(await org.refusal(startImport, { body: { fileId: endless, mapping: score } })).toMatchObject({
      status: 422,
      code: 'row_too_long',
    });
  });

  it('and everything about them belong to one organisation', async () => {
    const id = await upload(org, 'id,at,score\nA,2026-03-01,7\n');
    const job = await importStored(org, id, { mapping: score });
    const other = await newOrganisation(server);
    expect(await other.refusal(previewFile, { params: { id }, body: {} })).toMatchObject({ status: 404, params: { kind: 'file' } });
    expect(await other.refusal(startImport, { body: { fileId: id, mapping: score } })).toMatchObject({ status: 404 });
    for (const endpoint of [getImport, cancelImport, importProblems])
      expect(await other.refusal(endpoint, { params: { id: job.id } })).toMatchObject({ status: 404 });
    expect(await other.refusal(importedLine, { params: { id: job.id, line: 1 } })).toMatchObject({ status: 404 });
    expect((await other.call(listImports)).items).toEqual([]);
    expect((await other.call(listMappings)).items).toEqual([]);
  });

  it('are imported by those who may write, seen by those who may read', async () => {
    const auditor = { cookie: await org.as('auditor') };
    expect(await org.refusal(uploadFile, send('a,b\n1,2\n'), auditor)).toMatchObject({ status: 403 });
    expect(await org.refusal(startImport, { body: { fileId: newId(), mapping: score } }, auditor)).toMatchObject({ status: 403 });
    expect((await org.call(listImports, {}, auditor)).items.length).toBeGreaterThan(0);
    expect(await org.refusal(listImports, {}, { cookie: null })).toMatchObject({ status: 401 });
  });
});
