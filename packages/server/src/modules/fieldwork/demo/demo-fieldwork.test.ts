import { expect, test } from 'vitest';
import { getRaterAgreement } from '@zhiheng/contract/fieldwork/agreement';
import { getCodeMatrix, listFieldQuotes } from '@zhiheng/contract/fieldwork/codes';
import { getFieldResults } from '@zhiheng/contract/fieldwork/results';
import { createFieldStudy, getFieldStudy, listFieldStudies } from '@zhiheng/contract/fieldwork/studies';
import { packDemo } from '@zhiheng/contract/packs/pack-file';
import { installPack } from '@zhiheng/contract/packs/packs';
import { newOrganisation, type TestOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { removeDemo } from '../../measurement/index.ts';
import { rebuildSessionObservations } from '../outflow/observe-sessions.ts';
import { removeDemoFieldwork } from './remove-demo-fieldwork.ts';
import { storeDemoFieldwork } from './store-demo-fieldwork.ts';

const server = useTestServer();

/** A stream that is the same each time (Park, Miller 1988). */
function sequence(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

/** What the pack tells of fieldwork, without the rest of its demo, which takes long. */
async function demoOf(org: TestOrganisation, code: string) {
  await org.call(installPack, { params: { code } });
  const { demo } = await server.owner.selectFrom('installed_pack').select('demo').where('org_id', '=', org.orgId).executeTakeFirstOrThrow();
  const { fieldwork: studies = [], subjects: places, problem } = packDemo.parse(demo);
  const told = { studies, places, problem: { where: problem.where, lastMonths: problem.last_months }, random: sequence(20_261_121) };
  await org.inside((operation) => storeDemoFieldwork(operation, told));
  const { items } = await org.call(listFieldStudies);
  return { params: { id: items[0]?.id ?? '' } };
}

const accounts = (org: TestOrganisation) => server.owner.selectFrom('account').select('id').where('org_id', '=', org.orgId).execute();
/** What the sessions say in their indicator, by source. */
const observed = (org: TestOrganisation) =>
  server.owner
    .selectFrom('observation as o')
    .innerJoin('source as s', (join) => join.onRef('s.org_id', '=', 'o.org_id').onRef('s.id', '=', 'o.source_id'))
    .innerJoin('indicator as i', (join) => join.onRef('i.org_id', '=', 'o.org_id').onRef('i.id', '=', 'o.indicator_id'))
    .select(({ fn }) => ['s.code as source', 's.demo', fn.count<number>('o.record_key').as('n')])
    .where('o.org_id', '=', org.orgId)
    .where('i.code', '=', 'fieldwork_score')
    .groupBy(['s.code', 's.demo'])
    .executeTakeFirst();
const dayAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

test('visits of the demo show the seeded problem, two raters agree, and all goes without a trace', { timeout: 120_000 }, async () => {
  const org = await newOrganisation(server);
  const study = await demoOf(org, 'outpatient');
  const { sites, funnel } = await org.call(getFieldResults, { ...study, query: { from: dayAgo(80) } });
  expect(sites[0]?.name?.zh).toBe('东院区');
  expect((sites[1]?.figure.mean ?? 0) - (sites[0]?.figure.mean ?? 0)).toBeGreaterThan(5);
  expect(funnel.sheetsSubmitted).toBe(funnel.sheetsExpected);
  const { measures } = await org.call(getRaterAgreement, study);
  expect(measures.find(({ key }) => key === 'score')).toMatchObject({ n: 48, icc: { state: 'known', kind: 'icc2' } });
  const before = await observed(org);
  expect(before).toMatchObject({ source: 'fieldwork-demo', demo: true, n: 48 });
  expect(await rebuildSessionObservations(server.root, org.orgId)).toBe(0);
  await org.inside(removeDemo);
  expect(await observed(org)).toBeUndefined();
  const name = { zh: '我的', en: 'Mine' };
  const own = await org.call(createFieldStudy, { body: { name, kind: 'mystery-visit', copyOf: study.params.id } });
  await org.inside(removeDemoFieldwork);
  expect((await org.call(listFieldStudies)).items.map(({ id }) => id)).toEqual([own.id]);
  expect((await org.call(getFieldStudy, { params: { id: own.id } })).previousId).toBeNull();
  expect(await accounts(org)).toEqual([{ id: org.accountId }]);
});

test('interviews of the demo have quotes that stand in their notes, under codes', { timeout: 120_000 }, async () => {
  const org = await newOrganisation(server);
  const study = await demoOf(org, 'it-service');
  const { codes, cells, sessions } = await org.call(getCodeMatrix, study);
  const passedOn = codes.find(({ name }) => name.en === 'Passed on');
  expect(sessions).toHaveLength(4);
  expect(cells.filter(({ codeId }) => codeId === passedOn?.id)).toHaveLength(4);
  expect((await org.call(listFieldQuotes, { ...study, query: { lost: 'false' } })).items).toHaveLength(13);
});
