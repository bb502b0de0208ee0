import { expect, test } from 'vitest';
import * as agreement from '@zhiheng/contract/fieldwork/agreement';
import * as api from '@zhiheng/contract/fieldwork/codes';
import { getFieldNotes, saveFieldNotes } from '@zhiheng/contract/fieldwork/sessions';
import { listFeedback } from '@zhiheng/contract/feedback/feedback';
import { listNeeds } from '@zhiheng/contract/feedback/needs';
import { newId } from '../../../platform/identifier.ts';
import { eventsOf } from '../../../testing/read-events.ts';
import { newOrganisation, type TestOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { newPerson, openStudy, planSession, type Person } from '../fieldwork.factory.ts';

const server = useTestServer();
const both = (words: string) => ({ zh: words, en: words });
const notes = '等了半个小时。没人解释原因。最后一次就办好了。护士很耐心。下次还会来。';

interface Place {
  readonly id: string;
  readonly studyId: string;
}

async function withNotes(org: TestOrganisation, text = notes): Promise<Place> {
  const study = await openStudy(org, { kind: 'interview' });
  const { id } = await planSession(org, study);
  await org.call(saveFieldNotes, { params: { id }, body: { version: 1, text } });
  return { id, studyId: study.id };
}

const addCode = (org: TestOrganisation, { studyId }: Place, words: string, parentId: string | null = null) =>
  org.call(api.createFieldCode, { params: { id: studyId }, body: { name: both(words), parentId } });

async function mark(org: TestOrganisation, { id }: Place, words: string, codeIds: string[], who?: Person) {
  const { text, version } = await org.call(getFieldNotes, { params: { id } });
  const start = text.indexOf(words);
  const body = { notesVersion: version, start, end: start + words.length, codeIds };
  return org.call(api.createFieldQuote, { params: { id }, body }, who);
}

const quotesOf = async (org: TestOrganisation, { studyId }: Place, query: object = {}) =>
  (await org.call(api.listFieldQuotes, { params: { id: studyId }, query })).items;

test('a quote keeps its words, follows them through the notes, and is found again when it was lost', async () => {
  const org = await newOrganisation(server);
  const place = await withNotes(org);
  const made = await mark(org, place, '没人解释原因', []);
  expect(made).toMatchObject({ text: '没人解释原因', start: 7, end: 13, coder: 'Ada', lost: false });
  const save = (version: number, text: string) => org.call(saveFieldNotes, { params: { id: place.id }, body: { version, text } });
  expect(await save(2, `上午。${notes}`)).toMatchObject({ lost: 0, version: 3 });
  expect(await quotesOf(org, place)).toMatchObject([{ start: 10, end: 16, version: 2 }]);
  expect(await save(3, '上午。')).toMatchObject({ lost: 1 });
  expect(await quotesOf(org, place, { lost: 'true' })).toMatchObject([{ text: '没人解释原因', start: 10 }]);
  expect(await save(4, notes)).toMatchObject({ lost: 0 });
  expect(await quotesOf(org, place)).toMatchObject([{ start: 7, lost: false }]);
  expect((await org.refusal(saveFieldNotes, { params: { id: place.id }, body: { version: 4, text: '' } })).code).toBe('changed_meanwhile');
  // The log has neither the notes nor the words.
  expect(JSON.stringify(await eventsOf(org))).not.toContain('解释');
});

test('a passage must stand in the notes that were read', async () => {
  const org = await newOrganisation(server);
  const place = await withNotes(org, 'ok 😀 fine');
  const refused = (body: object) =>
    org.refusal(api.createFieldQuote, { params: { id: place.id }, body: { notesVersion: 2, start: 0, end: 2, codeIds: [], ...body } });
  expect((await refused({ notesVersion: 1 })).code).toBe('changed_meanwhile');
  expect((await refused({ end: 99 })).errors).toMatchObject([{ path: 'end', code: 'outside_notes' }]);
  expect((await refused({ start: 2, end: 3 })).errors).toMatchObject([{ path: 'start', code: 'empty_passage' }]);
  expect((await refused({ start: 4, end: 10 })).errors).toMatchObject([{ path: 'start', code: 'half_a_sign' }]);
  expect((await refused({ codeIds: [newId()] })).errors).toMatchObject([{ path: 'codeIds.0', code: 'unknown_code' }]);
  const foreign = await addCode(org, await withNotes(org), 'other study');
  expect((await refused({ codeIds: [foreign.id] })).errors).toMatchObject([{ code: 'unknown_code' }]);
});

test('the code book has two levels; merged codes hand over quotes and what stands below', async () => {
  const org = await newOrganisation(server);
  const place = await withNotes(org);
  const params = { id: place.studyId };
  const [wait, delay] = [await addCode(org, place, 'wait'), await addCode(org, place, 'delay')];
  const queue = await addCode(org, place, 'queue', delay.id);
  expect((await org.refusal(api.createFieldCode, { params, body: { name: both('x'), parentId: queue.id } })).errors).toMatchObject([
    { path: 'parentId', code: 'two_levels' },
  ]);
  const under = { params: { id: delay.id }, body: { version: 1, parentId: wait.id } };
  expect((await org.refusal(api.updateFieldCode, under)).errors).toMatchObject([{ code: 'two_levels' }]);
  const quote = await mark(org, place, '等了半个小时', [wait.id, delay.id]);
  await mark(org, place, '没人解释原因', [delay.id]);
  expect((await org.refusal(api.deleteFieldCode, { params: { id: delay.id } })).code).toBe('field_code_in_use');
  const merged = await org.call(api.mergeFieldCode, { params: { id: delay.id }, body: { version: 1, into: wait.id } });
  expect(merged.items.map(({ id, parentId, quotes }) => [id, parentId, quotes])).toEqual([
    [wait.id, null, 2],
    [queue.id, wait.id, 0],
  ]);
  expect((await quotesOf(org, place)).find(({ id }) => id === quote.id)?.codeIds).toEqual([wait.id]);
  expect((await org.refusal(api.deleteFieldCode, { params: { id: wait.id } })).code).toBe('field_code_in_use');
  await org.call(api.deleteFieldCode, { params: { id: queue.id } });
  expect((await eventsOf(org, 'fieldwork.code-merged')).map(({ data }) => data)).toMatchObject([{ into: wait.id, quotes: 2 }]);
});

test('codes against sessions, quotes of a code with those below, and a table of them', async () => {
  const org = await newOrganisation(server);
  const place = await withNotes(org);
  const wait = await addCode(org, place, '=wait');
  const queue = await addCode(org, place, 'queue', wait.id);
  await mark(org, place, '等了半个小时', [wait.id]);
  await mark(org, place, '没人解释原因', [queue.id]);
  await mark(org, place, '护士很耐心', []);
  const { cells, sessions } = await org.call(api.getCodeMatrix, { params: { id: place.studyId } });
  expect(cells.map(({ codeId, quotes }) => [codeId, quotes]).toSorted()).toEqual(
    [
      [wait.id, 1],
      [queue.id, 1],
    ].toSorted(),
  );
  expect(sessions).toMatchObject([{ id: place.id, number: 1 }]);
  expect((await quotesOf(org, place, { codeId: wait.id })).map(({ text }) => text)).toEqual(['等了半个小时', '没人解释原因']);
  expect((await quotesOf(org, place, { codeId: 'none' })).map(({ text }) => text)).toEqual(['护士很耐心']);
  const first = await org.call(api.listFieldQuotes, { params: { id: place.studyId }, query: { limit: 2 } });
  const { items } = await org.call(api.listFieldQuotes, { params: { id: place.studyId }, query: { limit: 2, cursor: first.next ?? '' } });
  expect([first.total, ...items.map(({ text }) => text)]).toEqual([3, '护士很耐心']);
  const url = `/api/v1/field-studies/${place.studyId}/quotes.csv?language=en`;
  const { body } = await server.app.inject({ method: 'GET', url, headers: { cookie: org.cookie } });
  const lines = body.split('\r\n');
  expect(lines[1]).toMatch(/^,'=wait,等了半个小时,,1,/);
  expect(lines[2]).toMatch(/^'=wait,queue,没人解释原因,,1,/);
  expect(lines).toHaveLength(5);
});

test('a quote becomes feedback once, and a need that rests on it', async () => {
  const org = await newOrganisation(server, { roles: { coder: ['fieldwork.read', 'fieldwork.write'] } });
  const place = await withNotes(org);
  const { id } = await mark(org, place, '等了半个小时', []);
  const coder = await newPerson(org, 'coder');
  expect(await org.refusal(api.sendFieldQuote, { params: { id } }, coder)).toMatchObject({
    status: 403,
    params: { permission: 'feedback.write' },
  });
  const sent = await org.call(api.sendFieldQuote, { params: { id } });
  expect(await org.call(api.sendFieldQuote, { params: { id } })).toEqual(sent);
  const need = { kind: 'pain' as const, name: '等候太久', importance: 5 };
  const noted = await org.call(api.noteNeedOfQuote, { params: { id }, body: need });
  expect(noted).toMatchObject({ feedbackId: sent.feedbackId, needId: expect.any(String) as string });
  expect((await org.refusal(api.noteNeedOfQuote, { params: { id }, body: need })).code).toBe('field_quote_has_need');
  const { items } = await org.call(listFeedback);
  expect(items).toMatchObject([{ id: sent.feedbackId, channel: 'interview', source: 'FS-0001 #1', body: '等了半个小时', author: '' }]);
  expect((await org.call(listNeeds)).items).toMatchObject([{ name: '等候太久', sources: [{ feedbackId: sent.feedbackId }] }]);
});

test('two coders are compared over the sentences of the notes that both coded', async () => {
  const org = await newOrganisation(server);
  const place = await withNotes(org);
  const other = await newPerson(org, 'team-lead');
  const bad = await addCode(org, place, 'bad');
  const good = await addCode(org, place, 'good');
  await mark(org, place, '等了半个小时。没人解释原因', [bad.id]);
  await mark(org, place, '护士', [good.id]);
  await mark(org, place, '半个小时', [bad.id], other);
  await mark(org, place, '护士很耐心。下次还会来', [good.id], other);
  const { pairs } = await org.call(agreement.getCoderAgreement, { params: { id: place.studyId } });
  expect(pairs).toMatchObject([{ first: 'Ada', second: 'team-lead', sessions: 1, sentences: 5 }]);
  // Of five sentences one has both marks, one of the first only, three none: by hand (0.8 - (0.4 * 0.2 + 0.6 * 0.8)) / (1 - 0.56)
  expect(pairs[0]?.codes).toMatchObject([
    {
      codeId: bad.id,
      both: 1,
      firstOnly: 1,
      secondOnly: 0,
      neither: 3,
      equal: 0.8,
      kappa: { value: expect.closeTo(0.24 / 0.44, 12) as number },
    },
    { codeId: good.id, both: 1, firstOnly: 0, secondOnly: 1, neither: 3 },
  ]);
});
