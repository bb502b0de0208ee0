import { expect, test } from 'vitest';
import { createCase, getCase } from '@zhiheng/contract/cases/cases';
import { listCaseFields, updateCaseField } from '@zhiheng/contract/cases/fields';
import { exportPack, installPack, uploadPack } from '@zhiheng/contract/packs/packs';
import { eventsOf } from '../../testing/read-events.ts';
import { newOrganisation, type TestOrganisation } from '../../testing/sign-in.ts';
import { useTestServer } from '../../testing/test-server.ts';
import { smallPack } from './packs.factory.ts';

const server = useTestServer();

const files = {
  ...smallPack,
  'fields.yaml': `fields:
  - { code: serial, name: { zh: 序列号, en: Serial number }, help: { zh: 见标签, en: On the label }, kind: text, types: [request, incident], listed: true }
  - code: floor
    name: { zh: 楼层, en: Floor }
    kind: choice
    options:
      - { code: first, name: { zh: 一层, en: First } }
      - { code: second, name: { zh: 二层, en: Second } }
`,
};
const upload = (org: TestOrganisation, changed: Record<string, string> = files) => org.call(uploadPack, { body: { files: changed } });
const fieldsOf = async (org: TestOrganisation) => (await org.call(listCaseFields)).items;

test('fields come with a pack in its order, stay when people changed them, and go out again', async () => {
  const org = await newOrganisation(server);
  const first = await upload(org);
  expect(await fieldsOf(org)).toMatchObject([
    { code: 'serial', kind: 'text', types: ['incident', 'request'], help: { en: 'On the label' }, listed: true, position: 0 },
    { code: 'floor', kind: 'choice', types: [], help: { zh: '', en: '' }, options: [{ code: 'first' }, { code: 'second' }], position: 1 },
  ]);
  expect((await eventsOf(org, 'case-field.created')).map(({ data }) => data)).toMatchObject([{ code: 'serial' }, { code: 'floor' }]);
  expect(await upload(org)).toEqual({ added: 0, updated: 0, unchanged: first.added, kept: 0 });

  const [serial] = await fieldsOf(org);
  await org.call(updateCaseField, { params: { id: serial?.id ?? '' }, body: { required: true } });
  const newer = { ...files, 'fields.yaml': files['fields.yaml'].replace('kind: text', 'kind: number').replace('二层', '二楼') };
  expect(await upload(org, newer)).toMatchObject({ added: 0, updated: 1, kept: 1 });
  expect(await fieldsOf(org)).toMatchObject([{ kind: 'text', required: true }, { options: [{}, { name: { zh: '二楼' } }] }]);

  const { files: exported } = await org.call(exportPack, { params: { code: 'small' } });
  const other = await newOrganisation(server);
  await upload(other, exported);
  const plain = async (of: TestOrganisation) => (await fieldsOf(of)).map(({ id: _, ...field }) => field);
  expect(await plain(other)).toEqual(await plain(org));
});

test('the kind of a field that cases hold stays, whatever a newer pack says', async () => {
  const org = await newOrganisation(server);
  await upload(org);
  const { id } = await org.call(createCase, { body: { subject: 'x', type: 'incident', custom: { serial: 'A-1' } } });
  await upload(org, { ...files, 'fields.yaml': files['fields.yaml'].replace('kind: text', 'kind: number') });
  expect((await fieldsOf(org))[0]).toMatchObject({ kind: 'text' });
  expect((await org.call(getCase, { params: { id } })).custom).toEqual({ serial: 'A-1' });
});

test.each([
  [
    '    options:\n      - { code: first, name: { zh: 一层, en: First } }\n      - { code: second, name: { zh: 二层, en: Second } }\n',
    '',
    'options_missing',
    5,
  ],
  ['code: second', 'code: first', 'duplicate_code', 8],
  ['code: floor', 'code: serial', 'duplicate_code', 3],
])('%s put as %s is a mistake with its line', async (from, to, code, line) => {
  const org = await newOrganisation(server);
  const { errors } = await org.refusal(uploadPack, {
    body: { files: { ...files, 'fields.yaml': files['fields.yaml'].replace(from, to) } },
  });
  expect(errors).toMatchObject([{ code, params: { line } }]);
});

test.each(['it-service', 'outpatient', 'telecom'])('%s asks of cases what its trade needs', async (code) => {
  const org = await newOrganisation(server);
  await org.call(installPack, { params: { code } });
  const fields = await fieldsOf(org);
  expect(fields.length).toBeGreaterThan(1);
  expect(fields.filter(({ required }) => required)).toEqual([]);
});
