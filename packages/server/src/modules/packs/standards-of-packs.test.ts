import { expect, test } from 'vitest';
import { exportPack, installPack, uploadPack } from '@zhiheng/contract/packs/packs';
import * as api from '@zhiheng/contract/standards/standards';
import { newOrganisation, type TestOrganisation } from '../../testing/sign-in.ts';
import { useTestServer } from '../../testing/test-server.ts';
import { smallPack } from './packs.factory.ts';

const server = useTestServer();
const yaml = (text: string, indicator = 'wait_time') => `standards:
  - code: desk-service
    name: { zh: 柜台服务标准, en: Service at the desk }
    purpose: { zh: '', en: '' }
    services: [desk]
    clauses:
      - { code: prompt, kind: timeliness, text: { zh: ${text}, en: Served promptly }, indicators: [${indicator}] }
`;
const upload = (org: TestOrganisation, text: string) =>
  org.call(uploadPack, { body: { files: { ...smallPack, 'standards.yaml': yaml(text) } } });
const only = async (org: TestOrganisation) => (await org.call(api.listStandards)).items;

test('a standard comes with a pack, is in force at once, follows the pack as a new version, and goes out again', async () => {
  const org = await newOrganisation(server);
  const first = await upload(org, '及时接待');
  expect(await only(org)).toMatchObject([{ code: 'desk-service', state: 'in-force', number: 1, untested: 0, kinds: ['timeliness'] }]);
  expect(await upload(org, '及时接待')).toEqual({ added: 0, updated: 0, unchanged: first.added, kept: 0 });
  expect(await upload(org, '十分钟内接待')).toMatchObject({ updated: 1 });
  const [{ id = '', version = 0 } = {}] = await only(org);
  const { versions, number } = await org.call(api.getStandard, { params: { id } });
  expect([number, versions.map((one) => one.clauses[0]?.text.zh)]).toEqual([2, ['十分钟内接待', '及时接待']]);
  const { files } = await org.call(exportPack, { params: { code: 'small' } });
  const again = await newOrganisation(server);
  await again.call(uploadPack, { body: { files } });
  expect(await only(again)).toMatchObject([{ code: 'desk-service', number: 1, clauseCount: 1 }]);

  await org.call(api.saveStandardDraft, { params: { id }, body: { version, clauses: [] } });
  expect(await upload(org, '五分钟内接待')).toMatchObject({ updated: 0, kept: 1 });
  expect((await org.call(api.getStandard, { params: { id } })).number).toBe(2);
});

test('a clause that names an indicator of no such code is told with its place', async () => {
  const org = await newOrganisation(server);
  const files = { ...smallPack, 'standards.yaml': yaml('x', 'no_such_thing') };
  const refused = await org.refusal(uploadPack, { body: { files } });
  expect(refused.code).toBe('pack_invalid');
  expect(refused.errors).toMatchObject([{ code: 'unknown_indicator', params: { file: 'standards.yaml', line: 7, code: 'no_such_thing' } }]);
});

test.each(['catering', 'housekeeping', 'it-service', 'outpatient', 'telecom', 'testing-laboratory'])(
  '%s brings standards whose clauses are tested by its own indicators',
  { timeout: 60_000 },
  async (code) => {
    const org = await newOrganisation(server);
    await org.call(installPack, { params: { code } });
    const standards = await only(org);
    const clauses = standards.reduce((sum, { clauseCount }) => sum + clauseCount, 0);
    const untested = standards.reduce((sum, one) => sum + one.untested, 0);
    expect(standards.length).toBeGreaterThanOrEqual(2);
    expect(standards.every(({ state }) => state === 'in-force')).toBe(true);
    expect([clauses >= 8, untested <= 1]).toEqual([true, true]);
  },
);
