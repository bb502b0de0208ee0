import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { installPack } from '@zhiheng/contract/packs/packs';
import { listDistributions } from '@zhiheng/contract/surveys/distributions';
import { listSurveys } from '@zhiheng/contract/surveys/surveys';
import { newOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { removeDemoSurveys } from './remove-demo-surveys.ts';
import { storeDemoSurvey } from './store-demo-survey.ts';

const server = useTestServer();

/** A stream that is the same each time (Park, Miller 1988). */
function sequence(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

interface Month {
  readonly ago: number;
  readonly site: string;
  readonly nps: number;
}

test('the demo has a year of answers in which the problem shows, and goes without a trace', { timeout: 120_000 }, async () => {
  const org = await newOrganisation(server);
  const pack = 'it-service';
  await org.call(installPack, { params: { code: pack } });
  const before = (await org.call(listSurveys)).items;
  const place = { service: 'desktop-support', team: 'onsite-support', segment: 'office-users', volume: 2, quality: 0 };
  const places = ['east-campus', 'west-campus'].map((site) => ({ ...place, site }));
  const problem = { where: { site: 'west-campus' }, lastMonths: 3 };
  const stored = await org.inside((operation) => storeDemoSurvey(operation, { pack, random: sequence(20_261_121), places, problem }));
  const demo = (await org.call(listSurveys)).items.find(({ code }) => code.endsWith('-demo'));
  expect(demo).toMatchObject({ state: 'open', published: 1, responses: 2 * 2 * 14 * 12 });
  expect(stored).toBe(demo?.responses);
  const { rows } = await sql<Month>`
    select floor(extract(epoch from now() - r.at) / 86400 / 30.4375)::int4 as ago, t.code as site, avg((r.scores ->> 'nps')::float8)::float8 as nps
    from survey_response r join site t on t.org_id = r.org_id and t.id = r.site_id where r.org_id = ${org.orgId} group by 1, 2`.execute(
    server.owner,
  );
  expect(new Set(rows.map(({ ago }) => ago)).size).toBe(12);
  const worst = rows.toSorted((a, b) => a.nps - b.nps).slice(0, 3);
  expect(worst.map(({ ago, site }) => [site, ago < 3])).toEqual(Array(3).fill(['west-campus', true]));
  expect((await org.call(listDistributions, { params: { id: demo?.id ?? '' } })).items).toMatchObject([{ answered: stored }]);
  await org.inside(removeDemoSurveys);
  expect((await org.call(listSurveys)).items).toEqual(before);
  const { rows: left } = await sql`select from survey_response where org_id = ${org.orgId}`.execute(server.owner);
  expect(left).toEqual([]);
});
