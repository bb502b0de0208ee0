import { sql } from 'kysely';
import { beforeEach, expect, test, vi } from 'vitest';
import * as api from '@zhiheng/contract/surveys/response-imports';
import { listResponses } from '@zhiheng/contract/surveys/responses';
import type { Survey } from '@zhiheng/contract/surveys/surveys';
import type { Db } from '../../../platform/database/connect.ts';
import { gb18030 } from '../../../platform/table-files/gb18030.factory.ts';
import { eventsOf } from '../../../testing/read-events.ts';
import { newOrganisation, type TestOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { dyingIn, watchTransactions } from '../../../testing/watch-transactions.ts';
import { foldAnswers } from '../results/fold-answers.ts';
import { formOf, both, numbered, rowsNamed, storedSums } from '../results/results.factory.ts';
import { openSurvey } from '../surveys.factory.ts';
import { forgetOldFiles } from './forget-files.ts';
import { importAnswers, importStored, uploadAnswers } from './response-imports.factory.ts';
import { responseImportWorker, sweepResponseImports } from './response-import-worker.ts';

const server = useTestServer();
let org: TestOrganisation;
let survey: Survey;
beforeEach(async () => {
  org = await newOrganisation(server, { timeZone: 'Asia/Shanghai' });
  survey = await openSurvey(org);
});

const visits = {
  file: [
    'who;score;reason;n',
    'patient;9;;1',
    'patient;77;;2',
    'Visitor;;;3',
    'visitor;3;"two\nlines";4',
    'patient;9;hidden;5',
    'patient;8;;1',
    'patient;10;;',
  ].join('\n'),
  columns: { who: 'kind', score: 'again', reason: 'why' },
  recordColumn: 'n',
  at: '2026-03-01T02:00:00Z',
};
const total = async (): Promise<number> => (await org.call(listResponses, { params: { id: survey.id } })).total;
const faultsOf = async (id: string) => (await org.call(api.listResponseFaults, { params: { id } })).items;
const fileOf = async (url: string): Promise<string> => (await server.app.inject({ url, headers: { cookie: org.cookie } })).body;

test('an import names each line that the form refuses, and the same file again changes nothing', async () => {
  const tried = await importAnswers(org, survey.id, { ...visits, dryRun: true });
  expect(tried).toMatchObject({ state: 'done', progress: 1, dryRun: true, fileName: 'answers.csv', versionNumber: 1 });
  expect(tried.counts).toEqual({ rows: 7, stored: 2, unchanged: 0, refused: 5, faults: 6, undone: 0 });
  expect(await faultsOf(tried.id)).toEqual([
    { line: 3, field: 'again', code: 'out-of-scale' },
    { line: 4, field: 'kind', code: 'unknown-option' },
    { line: 4, field: 'again', code: 'required' },
    { line: 7, field: 'why', code: 'hidden' },
    { line: 8, field: '', code: 'duplicate-record' },
    { line: 9, field: '', code: 'record-missing' },
  ]);
  expect([await total(), await eventsOf(org, 'survey.responses-imported')]).toEqual([0, []]);
  const first = await importAnswers(org, survey.id, visits);
  expect(first.counts).toMatchObject({ stored: 2, unchanged: 0 });
  expect((await importAnswers(org, survey.id, { ...visits, dryRun: true })).counts).toMatchObject({ stored: 0, unchanged: 2 });
  expect((await importAnswers(org, survey.id, visits)).counts).toMatchObject({ stored: 0, unchanged: 2 });
  const { items } = await org.call(listResponses, { params: { id: survey.id } });
  expect(items.map(({ via, at }) => [via, at])).toEqual(Array(2).fill(['import', '2026-03-01T02:00:00.000Z']));
  expect(await eventsOf(org, 'survey.responses-imported')).toMatchObject([
    { entity_id: survey.id, data: { importId: first.id, stored: 2, refused: 5 } },
  ]);
  expect((await org.call(api.listResponseImports, { params: { id: survey.id } })).items).toHaveLength(4);
});

test('what is wrong can be taken along as a table, in the words of either language', async () => {
  const { id } = await importAnswers(org, survey.id, { ...visits, dryRun: true });
  const lines = async (locale: string) => (await fileOf(`/api/v1/survey-response-imports/${id}/faults.csv?locale=${locale}`)).split('\r\n');
  expect((await lines('en')).slice(0, 3)).toEqual([
    '\ufeffLine,Question,Field,Why',
    '3,Again?,again,Outside of the scale',
    '4,Who are you?,kind,No such option',
  ]);
  expect((await lines('zh')).slice(5, 7)).toEqual(['8,,,编号在文件里重复', '9,,,编号列是空的']);
});

test('a column that is not there, a field that is not asked and a file of another survey are refused before anything begins', async () => {
  const fileId = await uploadAnswers(org, survey.id, visits.file);
  const reading = { versionNumber: 1, columns: { who: 'kind', nowhere: 'ghost' }, timeColumn: 'when' };
  const wrong = await org.refusal(api.startResponseImport, { params: { id: survey.id }, body: { fileId, reading } });
  expect(wrong.errors.map(({ path, code }) => [path, code])).toEqual([
    ['reading.columns.nowhere', 'unknown_column'],
    ['reading.columns.nowhere', 'unknown_field'],
    ['reading.timeColumn', 'unknown_column'],
  ]);
  const other = await openSurvey(org);
  const body = { fileId, reading: { versionNumber: 1, columns: visits.columns } };
  const strange = await org.refusal(api.startResponseImport, { params: { id: other.id }, body });
  expect(strange.errors).toMatchObject([{ path: 'fileId', code: 'unknown_file' }]);
  const stranger = await newOrganisation(server);
  expect((await stranger.refusal(api.previewResponses, { params: { id: fileId } })).status).toBe(404);
  const form = new FormData();
  form.append('file', new Blob([Buffer.from([0x50, 0x4b, 3, 4, 1, 2, 3])]), 'x.xlsx');
  expect((await org.refusal(api.uploadResponses, { params: { id: survey.id }, body: form })).code).toBe('file_not_a_table');
});

test('a file longer than a chunk, in the encoding of older programs, keeps each of its characters', async () => {
  const words = '排队时间太长，希望增加窗口';
  const lines = Array.from({ length: 9_000 }, (_, at) => `${at},patient,${at % 7},${at}${words}`);
  const file = gb18030(['no,who,score,reason', ...lines].join('\n'));
  expect(file.length).toBeGreaterThan(256 * 1024);
  const done = await importAnswers(org, survey.id, { file, columns: { who: 'kind', score: 'again', reason: 'why' }, recordColumn: 'no' });
  expect(done.counts).toMatchObject({ rows: 9_000, stored: 9_000, refused: 0 });
  const { rows } = await org.inside(({ db, orgId }) =>
    sql<{
      n: number;
    }>`select count(*)::int4 as n from survey_response where org_id = ${orgId} and rest ->> 'why' like '%' || ${words}`.execute(db),
  );
  expect(rows[0]?.n).toBe(9_000);
});

const items = numbered('i', 12);
const matrix = formOf([{ key: 'm', type: 'matrix', text: both('M'), rows: rowsNamed(items), scale: { min: 1, max: 5 } }], []);
const columns = Object.fromEntries(items.map((key) => [key, `m.${key}`]));
/** Answers that no two people gave, but for the last one. */
function tableOf(count: number): string {
  const cells = (at: number) => items.map((_, place) => 1 + ((Math.floor(at / 5 ** (place % 6)) + place) % 5));
  return [items.join(','), ...Array.from({ length: count - 1 }, (_, at) => cells(at).join(',')), cells(0).join(',')].join('\n');
}

const rows = 6_000;
/** Queues an import that nobody begins. */
async function queued(file = tableOf(rows)): Promise<string> {
  survey = await openSurvey(org, { form: matrix });
  const fileId = await uploadAnswers(org, survey.id, file);
  const lost = vi.spyOn(server.platform.jobs, 'send').mockResolvedValue();
  const { id, state } = await org.call(api.startResponseImport, {
    params: { id: survey.id },
    body: { fileId, reading: { versionNumber: 1, columns } },
  });
  lost.mockRestore();
  expect(state).toBe('queued');
  return id;
}
const work = (id: string, root: Db = server.root) => responseImportWorker({ root })({ orgId: org.orgId, id });
const see = (id: string) => org.call(api.getResponseImport, { params: { id } });
const stored = async () =>
  org.inside(async ({ db, orgId }) => {
    const { rows: found } = await sql<{ n: number; keys: number }>`
      select count(*)::int4 as n, count(distinct once)::int4 as keys from survey_response where org_id = ${orgId} and survey_id = ${survey.id}`.execute(
      db,
    );
    return found[0];
  });

// Claim and open, then two chunks and a batch in turns: the file is read while it is stored.
test.each([1, 2, 3, 4, 5, 6, 7, 8])('killed at the end of its transaction %i it goes on behind the last batch', async (fatal) => {
  const id = await queued();
  await expect(work(id, dyingIn(server.root, fatal))).rejects.toThrow();
  const dead = await see(id);
  expect([dead.state, (await stored())?.n]).toEqual(['queued', dead.counts.stored]);
  await work(id);
  expect(await see(id)).toMatchObject({ state: 'done', counts: { rows, stored: rows, unchanged: 0, refused: 0 } });
  expect(await stored()).toEqual({ n: rows, keys: rows });
  expect(await eventsOf(org, 'survey.responses-imported')).toHaveLength(1);
});

test('of equal answers all but one are flagged, and count as suspicious', async () => {
  const id = await queued();
  await work(id);
  const { items: found } = await org.call(listResponses, { params: { id: survey.id }, query: { flag: 'duplicate-vector' } });
  expect(found).toHaveLength(1);
  const { rows: flagged } = await org.inside(({ db, orgId }) =>
    sql<{ suspicious: boolean }>`select suspicious from survey_response where org_id = ${orgId} and id = ${found[0]?.id ?? ''}`.execute(db),
  );
  expect(flagged).toEqual([{ suspicious: true }]);
});

test('stopped between two batches, what is stored counts and can be taken back; then the same file comes whole', async () => {
  const id = await queued();
  let asked = false;
  const stopping = watchTransactions(server.root, (_, begun) => async (tx) => {
    if (!asked && (await see(id)).counts.stored > 0) {
      asked = true;
      expect((await org.call(api.cancelResponseImport, { params: { id } })).state).toBe('cancelled');
    }
    return begun(tx);
  });
  await work(id, stopping);
  const cancelled = await see(id);
  expect(cancelled.state).toBe('cancelled');
  expect(cancelled.counts.stored).toBe(2_500);
  expect(await total()).toBe(2_500);
  expect(await eventsOf(org, 'survey.responses-imported')).toMatchObject([{ data: { stored: 2_500 } }]);
  await org.call(api.undoResponseImport, { params: { id } });
  expect(await see(id)).toMatchObject({ state: 'undone', counts: { stored: 2_500, undone: 2_500 } });
  expect(await total()).toBe(0);
  const again = await importAnswers(org, survey.id, { file: tableOf(rows), columns });
  expect(again.counts).toMatchObject({ stored: rows, unchanged: 0 });
});

/** The sums once they hold so many answers: the folder waits for every transaction that is open anywhere in the cluster. */
async function foldedSums(answers: number): Promise<Awaited<ReturnType<typeof storedSums>>> {
  return vi.waitFor(
    async () => {
      await foldAnswers(server.root);
      const sums = await storedSums(org);
      expect(sums.filter(({ key }) => / total {3}[tf]$/.test(key)).reduce((sum, { n }) => sum + n, 0)).toBe(answers);
      return sums;
    },
    { timeout: 20_000, interval: 100 },
  );
}

test.each([0, 1, 2, 3, 4])('undone, killed in its transaction %i on the way, leaves the sums as they were', async (fatal) => {
  survey = await openSurvey(org, { form: matrix });
  await importAnswers(org, survey.id, { file: tableOf(40), columns });
  const before = await foldedSums(40);
  const { id } = await importAnswers(org, survey.id, { file: `${tableOf(rows)}\n`, columns });
  await foldedSums(40 + rows);
  const lost = vi.spyOn(server.platform.jobs, 'send').mockResolvedValue();
  expect((await org.call(api.undoResponseImport, { params: { id } })).state).toBe('undoing');
  lost.mockRestore();
  if (fatal > 0) await expect(work(id, dyingIn(server.root, fatal))).rejects.toThrow();
  await work(id);
  expect(await see(id)).toMatchObject({ state: 'undone', counts: { undone: rows } });
  expect(await stored()).toMatchObject({ n: 40 });
  expect(await foldedSums(40)).toEqual(before);
  expect((await org.refusal(api.undoResponseImport, { params: { id } })).code).toBe('import_not_undoable');
  expect(await eventsOf(org, 'survey-import.undone')).toHaveLength(1);
});

test('is reminded of jobs that nobody works on, and of no others', async () => {
  const [lost, dead, working] = [await queued(), await queued(), await queued()];
  const set = (id: string, row: object) => server.owner.updateTable('survey_import').set(row).where('id', '=', id).execute();
  const longAgo = new Date(Date.now() - 120_000);
  await set(lost, { created_at: longAgo });
  await set(dead, { state: 'running', heartbeat_at: longAgo });
  await set(working, { state: 'running', heartbeat_at: new Date(), created_at: longAgo });
  const send = vi.spyOn(server.platform.jobs, 'send').mockResolvedValue();
  await sweepResponseImports(server.platform);
  const sent = send.mock.calls.filter(([, job]) => job.orgId === org.orgId).map(([queue, job]) => [queue, job.id]);
  send.mockRestore();
  expect(new Set(sent)).toEqual(new Set([lost, dead].map((id) => ['survey-import', id])));
  await work(working);
  expect(await see(working)).toMatchObject({ state: 'running', counts: { rows: 0 } });
});

test('what a file held is forgotten once its answers are stored, or when nobody asked for them for a week', async () => {
  const fileId = await uploadAnswers(org, survey.id, visits.file);
  const waiting = await uploadAnswers(org, survey.id, visits.file);
  const { file: _file, ...start } = visits;
  await importStored(org, survey.id, { fileId, start: { ...start, dryRun: true } });
  expect((await org.call(api.previewResponses, { params: { id: fileId } })).rows[0]).toEqual(['patient', '9', '', '1']);
  await importStored(org, survey.id, { fileId, start });
  const refused = async (id: string) => (await org.refusal(api.previewResponses, { params: { id } })).code;
  expect(await refused(fileId)).toBe('file_forgotten');
  await forgetOldFiles(server.root);
  expect((await org.call(api.previewResponses, { params: { id: waiting } })).columns).toEqual(['who', 'score', 'reason', 'n']);
  await forgetOldFiles(server.root, new Date(Date.now() + 8 * 86_400_000));
  expect(await refused(waiting)).toBe('file_forgotten');
  const chunks = await server.owner.selectFrom('file_chunk').select('seq').where('file_id', 'in', [fileId, waiting]).execute();
  expect(chunks).toEqual([]);
});
