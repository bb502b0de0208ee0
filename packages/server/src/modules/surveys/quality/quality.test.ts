import { sql } from 'kysely';
import { describe, expect, it, test } from 'vitest';
import { form as formSchema, type FormInput } from '@zhiheng/forms/definition';
import { listResponses } from '@zhiheng/contract/surveys/responses';
import { deliverEvents } from '../../../testing/deliver-events.ts';
import { newOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { answer, openSurvey, openWay, runOn } from '../surveys.factory.ts';
import { ownFlags, vectorOf } from './response-quality.rules.ts';
import { isSuspicious } from './suspicion.rules.ts';

const both = (words: string) => ({ zh: words, en: words });
const rows = Array.from({ length: 12 }, (_, at) => ({ key: `r${at}`, text: both(`r${at}`) }));
const matrixForm: FormInput = {
  languages: ['zh', 'en'],
  title: both('Items'),
  pages: [{ key: 'p', questions: [{ key: 'q', type: 'matrix', text: both('q'), rows, scale: { min: 1, max: 5, na: true } }] }],
};
const form = formSchema.parse(matrixForm);
const careful = [4, 3, 5, 4, 2, 4, 3, 4, 5, 3, 4, 2];
const given = (more: object = {}) => ({ scales: careful, seconds: 90, pages: [], pasted: 0, ...more });

describe('flags of one answer', () => {
  it('gives none to somebody who took care', () => expect(ownFlags(form, given())).toEqual([]));
  it('knows two seconds an item', () => {
    expect(ownFlags(form, given({ seconds: 23.9 }))).toEqual(['fast']);
    expect(ownFlags(form, given({ seconds: 24 }))).toEqual([]);
    expect(ownFlags(form, given({ seconds: null }))).toEqual([]);
    expect(ownFlags(form, given({ seconds: 1, scales: [3, 4, 2, 5, ...Array(8).fill(null)] }))).toEqual([]);
  });
  it('finds ten in a row, not nine, and all twelve as no variance too', () => {
    expect(ownFlags(form, given({ scales: [...Array(10).fill(3), 1, 5] }))).toEqual(['long-string']);
    expect(ownFlags(form, given({ scales: [1, ...Array(9).fill(3), 1, 5] }))).toEqual([]);
    expect(ownFlags(form, given({ scales: Array(12).fill(3) }))).toEqual(['long-string', 'no-variance']);
    expect(ownFlags(form, given({ scales: Array(12).fill(-1) }))).toEqual([]);
  });
  it('finds answers that lie at both ends more than chance does', () => {
    expect(ownFlags(form, given({ scales: [1, 5, 1, 5, 5, 1, 1, 5, 1, 5, 5, 1] }))).toEqual(['improbable-variance']);
    expect(ownFlags(form, given({ scales: [1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, 5] }))).toEqual([]);
  });
  it('finds pages that took the same time, and what was pasted', () => {
    expect(ownFlags(form, given({ pages: [5, 5.1, 5, 4.9, 5] }))).toEqual(['regular-timing']);
    expect(ownFlags(form, given({ pages: [5, 9, 3, 14, 6] }))).toEqual([]);
    expect(ownFlags(form, given({ pages: [5, 5, 5, 5] }))).toEqual([]);
    expect(ownFlags(form, given({ pasted: 1 }))).toEqual(['pasted']);
  });
});

test('vectors are compared where agreement means something', () => {
  expect(vectorOf(careful)).toBe(vectorOf([...careful]));
  expect(vectorOf(careful)).not.toBe(vectorOf(careful.toReversed()));
  expect(vectorOf(careful.slice(0, 9))).toBeNull();
  expect(vectorOf([...Array(11).fill(4), 5])).toBeNull();
});

test('strong flags count as suspicion; a device does so only where each person answers once', () => {
  expect(isSuspicious(['pasted', 'no-variance'], { onePerPerson: true })).toBe(false);
  expect(isSuspicious(['pasted', 'long-string'], { onePerPerson: false })).toBe(true);
  expect([true, false].map((onePerPerson) => isSuspicious(['repeated-device'], { onePerPerson }))).toEqual([true, false]);
});

const server = useTestServer();
const answersOf = (values: readonly number[]) => Object.fromEntries(values.map((value, at) => [`q.r${at}`, value]));

test('answers that look alike, come from one device or far too fast are flagged beside each other, and all of them stay', async () => {
  const org = await newOrganisation(server);
  const survey = await openSurvey(org, { form: matrixForm, settings: { onePerPerson: false } });
  const run = await runOn(org, await openWay(org, survey));
  const send = (values: readonly number[], trace: object) =>
    answer(org, run, { answers: answersOf(values), trace: { seconds: 300, ...trace } });
  const seed = (at: number) => careful.map((value, place) => 1 + ((value + at * (place + 1) + (at >> (place % 5))) % 5));
  for (let at = 0; at < 30; at++) await send(seed(at), { seconds: 280 + at });
  await send(seed(3), {});
  await send(seed(41), { seconds: 60 });
  await send(seed(42), { device: 'd' });
  await send(seed(43), { device: 'd' });
  await deliverEvents(server);
  const { items, total } = await org.call(listResponses, { params: { id: survey.id } });
  expect(total).toBe(34);
  const flags = items.map((item) => item.flags.filter((flag) => flag !== 'burst'));
  expect(flags.slice(0, 4)).toEqual([['repeated-device'], [], ['fast'], ['duplicate-vector']]);
  expect(
    items.filter((item) => item.flags.includes('burst')),
    'all after the twentieth',
  ).toHaveLength(14);
  expect((await org.call(listResponses, { params: { id: survey.id }, query: { flag: 'fast' } })).total).toBe(1);
});

test('a link that was as busy all day long has no burst', async () => {
  const org = await newOrganisation(server);
  const survey = await openSurvey(org, { form: matrixForm, settings: { onePerPerson: false } });
  const run = await runOn(org, await openWay(org, survey));
  const send = (at: number) =>
    answer(org, run, { answers: answersOf(careful.map((value) => 1 + ((value + at) % 5))), trace: { seconds: 300 } });
  const many = async (count: number) => {
    for (let at = 0; at < count; at++) await send(at);
  };
  await many(1);
  const columns =
    'survey_id, version_id, distribution_id, language, state, scales, rest, given, scores, trace, flags, suspicious, released_at';
  await sql
    .raw(
      `insert into survey_response (org_id, id, at, ${columns}) select org_id, gen_random_uuid(), at - interval '3 hours', ${columns}
       from survey_response, generate_series(1, 24 * 144) where org_id = '${org.orgId}'`,
    )
    .execute(server.owner);
  await many(25);
  await deliverEvents(server);
  const { items } = await org.call(listResponses, { params: { id: survey.id }, query: { flag: 'burst' } });
  expect(items, 'the 24 that are usual are no burst').toHaveLength(2);
});

test('an answer against what people usually say is flagged, and asks for no more than a look', async () => {
  const org = await newOrganisation(server);
  const items = Array.from({ length: 24 }, (_, at) => ({ key: `r${at}`, text: both(`r${at}`) }));
  const question = { key: 'q', type: 'matrix' as const, text: both('q'), rows: items, scale: { min: 1, max: 5 } };
  const survey = await openSurvey(org, { form: { ...matrixForm, pages: [{ key: 'p', questions: [question] }] } });
  const run = await runOn(org, await openWay(org, survey));
  const usual = (person: number) => items.map((_, at) => Math.min(5, Math.max(1, 1 + ((at * 2) % 5) + (((person * 7 + at * 3) % 4) % 2))));
  const send = (values: readonly number[]) => answer(org, run, { answers: answersOf(values), trace: { seconds: 300 } });
  for (let person = 0; person < 100; person++) await send(usual(person));
  await sql`update survey_response set at = at - interval '2 hours', suspicious = false where org_id = ${org.orgId}`.execute(server.owner);
  await send(usual(101));
  await send(usual(102).map((value) => 6 - value));
  await deliverEvents(server);
  const { items: found } = await org.call(listResponses, { params: { id: survey.id }, query: { flag: 'off-profile' } });
  expect(found).toHaveLength(1);
  expect(found[0]?.flags).not.toContain('fast');
  const { items: newest } = await org.call(listResponses, { params: { id: survey.id }, query: { limit: '2' } });
  expect(newest.map(({ flags }) => flags.includes('off-profile'))).toEqual([true, false]);
  expect(isSuspicious(['off-profile'], { onePerPerson: true })).toBe(false);
});
