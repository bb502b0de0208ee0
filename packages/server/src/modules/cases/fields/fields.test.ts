import { expect, test } from 'vitest';
import * as casesApi from '@zhiheng/contract/cases/cases';
import * as api from '@zhiheng/contract/cases/fields';
import type { CallInput } from '@zhiheng/contract/endpoint';
import { eventsOf } from '../../../testing/read-events.ts';
import { newOrganisation, type TestOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { openOne } from '../cases.factory.ts';

const server = useTestServer();
const named = (text: string) => ({ zh: `${text}项`, en: text });
type Settings = Partial<NonNullable<CallInput<typeof api.createCaseField>['body']>>;
type Custom = NonNullable<NonNullable<CallInput<typeof casesApi.createCase>['body']>['custom']>;
const add = (org: TestOrganisation, code: string, more: Settings = {}) =>
  org.call(api.createCaseField, { body: { code, name: named(code), kind: 'text', ...more } });
const options = ['north', 'south'].map((code) => ({ code, name: named(code) }));
const read = (org: TestOrganisation, id: string) => org.call(casesApi.getCase, { params: { id } });
const save = async (org: TestOrganisation, id: string, body: object) =>
  org.call(casesApi.updateCase, { params: { id }, body: { version: (await read(org, id)).version, ...body } });
const errorsOf = async (org: TestOrganisation, custom: Custom, more: object = {}) =>
  (await org.refusal(casesApi.createCase, { body: { type: 'incident', subject: 'x', custom, ...more } })).errors.map(({ path, code }) => [
    path,
    code,
  ]);

test('values are kept by code and are checked by the kind of their field', async () => {
  const org = await newOrganisation(server);
  await add(org, 'serial');
  await add(org, 'floor', { kind: 'number' });
  await add(org, 'bought', { kind: 'date' });
  await add(org, 'hall', { kind: 'choice', options });
  await add(org, 'halls', { kind: 'several', options });
  await add(org, 'insured', { kind: 'yes-no' });
  const custom = { serial: 'SN-7', floor: 3, bought: '2024-02-29', hall: 'north', halls: ['north', 'south'], insured: false };
  const { id } = await openOne(org, { custom });
  expect((await read(org, id)).custom).toEqual(custom);
  const wrong = { serial: 7, floor: '3', bought: '2023-02-29', hall: 'west', halls: ['north', 'north'], insured: 'no' };
  expect(await errorsOf(org, wrong)).toEqual(Object.keys(wrong).map((code) => [`custom.${code}`, 'case_field_wrong']));
  expect(await errorsOf(org, { colour: 'red' })).toEqual([['custom.colour', 'unknown_case_field']]);
});

test('a save sets what it names; an emptied value goes, all others stay; the thread tells each by name', async () => {
  const org = await newOrganisation(server);
  await add(org, 'serial');
  await add(org, 'room');
  const { id } = await openOne(org, { custom: { serial: 'SN-7', room: '12' } });
  const saved = await save(org, id, { custom: { serial: 'SN-8' } });
  expect(saved.custom).toEqual({ serial: 'SN-8', room: '12' });
  expect(saved.entries.at(-1)?.changes).toEqual([{ field: 'custom.serial', from: 'SN-7', to: 'SN-8' }]);
  expect((await save(org, id, { custom: { room: null } })).custom).toEqual({ serial: 'SN-8' });
});

test('what people must fill in, programs may leave out', async () => {
  const org = await newOrganisation(server);
  await add(org, 'serial', { required: true, types: ['incident'] });
  expect(await errorsOf(org, {}, { channel: 'phone' })).toEqual([['custom.serial', 'case_field_missing']]);
  await openOne(org, { type: 'question', channel: 'phone' });
  const { id } = await openOne(org, { channel: 'api' });
  await save(org, id, { custom: { serial: 'SN-1' } });
  const emptied = await org.refusal(casesApi.updateCase, { params: { id }, body: { version: 2, custom: { serial: '' } } });
  expect(emptied.errors).toMatchObject([{ path: 'custom.serial', code: 'case_field_missing' }]);
  expect(await errorsOf(org, { serial: 'x' }, { type: 'question' })).toEqual([['custom.serial', 'case_field_not_of_type']]);
});

test('a field out of use takes no new values, and the old ones stay through every save', async () => {
  const org = await newOrganisation(server);
  const { id: fieldId } = await add(org, 'hall', { kind: 'choice', options });
  const { id } = await openOne(org, { custom: { hall: 'north' } });
  await org.call(api.updateCaseField, { params: { id: fieldId }, body: { options: options.slice(1) } });
  expect((await save(org, id, { custom: { hall: 'north' }, priority: 'p1' })).custom).toEqual({ hall: 'north' });
  await org.call(api.updateCaseField, { params: { id: fieldId }, body: { retired: true } });
  expect((await save(org, id, { subject: 'y' })).custom).toEqual({ hall: 'north' });
  expect(await errorsOf(org, { hall: 'south' })).toEqual([['custom.hall', 'unknown_case_field']]);
  const { items } = await org.call(api.listCaseFields);
  expect(items).toMatchObject([{ code: 'hall', retired: true, options: [{ code: 'south' }] }]);
  expect((await eventsOf(org, 'case-field.changed')).length).toBe(2);
});

test('a list is filtered by values: one of them, one of several, yes and no; a device number finds its case', async () => {
  const org = await newOrganisation(server);
  await add(org, 'serial');
  await add(org, 'hall', { kind: 'choice', options });
  await add(org, 'halls', { kind: 'several', options });
  await add(org, 'insured', { kind: 'yes-no' });
  await openOne(org, { subject: 'a', custom: { hall: 'north', insured: true, serial: 'QX4711' } });
  await openOne(org, { subject: 'b', custom: { hall: 'south', halls: ['north', 'south'], insured: false } });
  const subjects = async (filter: object) =>
    (await org.call(casesApi.listCases, { query: { filter: JSON.stringify(filter), order: 'oldest' } })).items.map((row) => row.subject);
  expect(await subjects({ custom: { hall: ['north', 'south'] } })).toEqual(['a', 'b']);
  expect(await subjects({ custom: { hall: ['north'] } })).toEqual(['a']);
  expect(await subjects({ custom: { halls: ['south'] } })).toEqual(['b']);
  expect(await subjects({ custom: { insured: ['false'], hall: ['south'] } })).toEqual(['b']);
  expect(await subjects({ q: 'qx4711' })).toEqual(['a']);
});

test('a choice needs something to choose from, each code once', async () => {
  const org = await newOrganisation(server);
  const body = { code: 'hall', name: named('hall'), kind: 'choice' as const };
  const refused = async (more: object) => (await org.refusal(api.createCaseField, { body: { ...body, ...more } })).errors[0]?.code;
  expect(await refused({})).toBe('options_missing');
  expect(await refused({ options: [options[0], options[0]] })).toBe('option_twice');
  await add(org, 'hall');
  expect((await org.refusal(api.createCaseField, { body: { ...body, options } })).code).toBe('case_field_code_taken');
});
