/**
 * Claim: the results of a survey — gaps of 22 pairs, reliability and structure, NPS, CSAT — are read within 0.1 s at 100,000 answers, and at 5,000,000
 * in the same time: at most 1.5 times as long and within 0.1 s. The answers are made and stored in bulk, in transactions of 50,000, and summed up by the
 * product's own folder; nothing of the sums is written by hand. The peer in the same run is the same answers counted by the database: means of the 46 items
 * alone. `BENCH_ANSWERS` changes the sizes.
 */
import { sql } from 'kysely';
import { form as formSchema } from '@zhiheng/forms/definition';
import { getBreakdown, getResults, getTrend } from '@zhiheng/contract/surveys/results';
import { foldAnswers } from '../packages/server/src/modules/surveys/index.ts';
import { readBreakdown } from '../packages/server/src/modules/surveys/results/read-breakdown.ts';
import { readResults } from '../packages/server/src/modules/surveys/results/read-results.ts';
import { readTrend } from '../packages/server/src/modules/surveys/results/read-trend.ts';
import { newId } from '../packages/server/src/platform/identifier.ts';
import { inside, median, percentile, throwAwayDatabase } from './throw-away-server.ts';

const sizes = (process.env.BENCH_ANSWERS ?? '100000,5000000').split(',').map(Number);
const atOnce = 50_000;
const rounds = 21;
const limit = 100;

const both = (words: string) => ({ zh: words, en: words });
const rows = Array.from({ length: 22 }, (_, i) => ({ key: `i${i + 1}`, text: both(`Item ${i + 1}`) }));
const dimensions = [4, 5, 4, 4, 5].map((size, d, all) => {
  const from = all.slice(0, d).reduce((sum, each) => sum + each, 0);
  return { key: `d${d + 1}`, name: both(`Dimension ${d + 1}`), rows: rows.slice(from, from + size).map(({ key }) => key) };
});
const form = formSchema.parse({
  languages: ['zh', 'en'],
  title: both('Bench'),
  pages: [
    {
      key: 'page',
      questions: [
        { key: 'kind', type: 'single', text: both('Kind'), options: ['a', 'b', 'c'].map((key) => ({ key, text: both(key) })) },
        { key: 'service', type: 'pair', ask: 'expectation', text: both('Service'), rows, scale: { min: 1, max: 7 } },
        { key: 'satisfied', type: 'scale', text: both('Satisfied'), scale: { min: 1, max: 5 } },
        { key: 'again', type: 'nps', text: both('Again') },
      ],
    },
  ],
  measures: [
    { key: 'gaps', kind: 'servqual', name: both('Gaps'), question: 'service', dimensions },
    { key: 'csat', kind: 'csat', name: both('CSAT'), field: 'satisfied', from: 4 },
    { key: 'nps', kind: 'nps', name: both('NPS'), field: 'again' },
    {
      ...{ key: 'structure', kind: 'structure', name: both('Structure') },
      scales: dimensions.map(({ key, name, rows: own }) => ({ key, name, fields: own.map((row) => `service.${row}.p`) })),
    },
  ],
  groups: ['kind'],
});

const database = await throwAwayDatabase();
const { root } = database;
const orgId = newId();
const surveyId = newId();
const versionId = newId();
let failed = false;
try {
  await inside(root, orgId, ({ db }) => prepare(db));
  let stored = 0;
  const medians: number[] = [];
  for (const size of sizes) {
    const before = stored;
    for (; stored < size; stored += atOnce) await inside(root, orgId, ({ db }) => store(db, stored));
    const folding = await millisecondsOf(() => foldAnswers(root));
    console.log(
      `${stored} answers; ${stored - before} folded in ${(folding / 1000).toFixed(1)} s, ${Math.round((stored - before) / (folding / 1000))} a second`,
    );
    medians.push(await measure());
    await countByDatabase();
  }
  const [first = NaN] = medians;
  const last = medians.at(-1) ?? NaN;
  failed = !(Math.max(...medians) <= limit && last <= Math.max(1.5 * first, first + 10));
  console.log(
    `results: ${medians.map((each) => `${each.toFixed(1)} ms`).join(', ')} (limit ${limit} ms, whatever the number) ${failed ? 'FALLS SHORT' : 'holds'}`,
  );
} finally {
  await database.close();
}
if (failed) process.exitCode = 1;

type Database = Parameters<Parameters<typeof inside>[2]>[0]['db'];

async function prepare(db: Database): Promise<void> {
  await sql`insert into organisation (org_id, name, time_zone) values (${orgId}, 'Bench', 'Asia/Shanghai')`.execute(db);
  const settings = JSON.stringify({ minimumGroup: 5 });
  await sql`insert into survey (org_id, id, code, name, form, settings, state, published) values
    (${orgId}, ${surveyId}, 'bench', ${JSON.stringify(both('Bench'))}::jsonb, ${JSON.stringify(form)}::jsonb, ${settings}::jsonb, 'open', 1)`.execute(
    db,
  );
  await sql`insert into survey_version (org_id, id, survey_id, number, form, published_at) values
    (${orgId}, ${versionId}, ${surveyId}, 1, ${JSON.stringify(form)}::jsonb, now())`.execute(db);
}

/** Answers of twelve months and three groups, one in twenty suspicious. Expectations are high, perceptions follow a mood of the person's own. */
async function store(db: Database, from: number): Promise<void> {
  await sql`insert into survey_response (org_id, id, survey_id, version_id, groups, at, language, state, scales, rest, suspicious, released_at)
    select ${orgId}::uuid, gen_random_uuid(), ${surveyId}::uuid, ${versionId}::uuid, array[p.kind], p.at, 'zh', 'complete',
      array(select greatest(1, least(7, case when k <= 44 and k % 2 = 1 then 5 + floor(random() * 3) else round(p.mood + random() * 3) end))::smallint
        from generate_series(1, 44) k) || array[greatest(1, least(5, round(p.mood)))::smallint, floor(random() * 11)::smallint],
      jsonb_build_object('kind', p.kind), p.i % 20 = 0, p.at
    from (select i, (array['a', 'b', 'c'])[1 + i % 3] as kind, 1 + random() * 4 as mood,
        timestamptz '2026-01-05 04:00:00Z' + make_interval(months => i % 12) as at
      from generate_series(${from}::int4, ${from + atOnce - 1}::int4) i) p`.execute(db);
}

async function measure(): Promise<number> {
  const params = { id: surveyId };
  const calls = {
    results: () =>
      inside(root, orgId, async (op) => getResults.response.parse(await readResults(op, { params, query: { quality: 'all' } }))),
    'trend of 12 months': () =>
      inside(root, orgId, async (op) => getTrend.response.parse(await readTrend(op, { params, query: { quality: 'all' } }))),
    'comparison of groups': () =>
      inside(root, orgId, async (op) =>
        getBreakdown.response.parse(await readBreakdown(op, { params, query: { quality: 'all', by: 'group', question: 'kind' } })),
      ),
  };
  const medians: number[] = [];
  for (const [name, work] of Object.entries(calls)) {
    const times: number[] = [];
    const before = process.cpuUsage();
    for (let round = 0; round < rounds; round++) times.push(await millisecondsOf(work));
    const { user, system } = process.cpuUsage(before);
    medians.push(median(times));
    console.log(
      `  ${name}: median ${median(times).toFixed(1)} ms, 95th percentile ${percentile(times, 0.95).toFixed(1)} ms, first ${(times[0] ?? NaN).toFixed(1)} ms; processor time of the server ${((user + system) / 1000 / rounds).toFixed(1)} ms`,
    );
  }
  return medians[0] ?? NaN;
}

async function countByDatabase(): Promise<void> {
  const took = await millisecondsOf(() =>
    inside(root, orgId, ({ db }) =>
      sql`select k, avg(scale) from survey_response r cross join unnest(r.scales) with ordinality as u (scale, k)
        where r.org_id = ${orgId} and r.survey_id = ${surveyId} group by k`.execute(db),
    ),
  );
  console.log(`  peer: means of the 46 items counted by the database from the answers: ${took.toFixed(0)} ms`);
}

async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
