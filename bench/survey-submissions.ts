/**
 * Claim: eight clients submit at least 1,000 answers a second to a survey of 22 statements on the web, each checked by the form, and every one of them is in the results when its reply is there;
 * fifty clients at a quota of 100 give exactly 100 answers; 100,000 answers are exported as CSV within a second. `BENCH_SECONDS` changes the time.
 */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { createCall } from '@zhiheng/contract/call';
import { createDistribution, setQuotas } from '@zhiheng/contract/surveys/distributions';
import { getResults } from '@zhiheng/contract/surveys/results';
import { createSurvey, publishSurvey } from '@zhiheng/contract/surveys/surveys';
import { subscribersOf } from '../packages/server/src/modules.ts';
import { foldAnswers } from '../packages/server/src/modules/surveys/index.ts';
import { deliverEvents } from '../packages/server/src/platform/events/deliver-events.ts';
import { newId } from '../packages/server/src/platform/identifier.ts';
import { judge, openDesk } from './case-desk.ts';
import { median, percentile } from './throw-away-server.ts';

const seconds = Number(process.env.BENCH_SECONDS ?? 60);
const statements = 22;
const both = (text: string) => ({ zh: text, en: text });

const desk = await openDesk();
const { bench, url, orgId } = desk;
const call = createCall({ baseUrl: url, fetch, headers: { cookie: desk.cookie } });

interface Way {
  readonly surveyId: string;
  readonly versionId: string;
  readonly token: string;
}

async function openSurvey(): Promise<Way> {
  const rows = Array.from({ length: statements }, (_, at) => ({ key: `r${at}`, text: both(`Statement ${at}`) }));
  const fields = rows.map(({ key }) => `q.${key}`);
  const question = { key: 'q', type: 'matrix' as const, text: both('How was it?'), required: true, rows, scale: { min: 1, max: 7 } };
  const form = {
    ...{ languages: ['zh', 'en'], title: both('Bench'), pages: [{ key: 'p', questions: [question] }] },
    measures: [{ key: 'quality', kind: 'mean' as const, name: both('Quality'), fields }],
  };
  const { id, version } = await call(createSurvey, { body: { name: both('Bench'), form } });
  const { versions } = await call(publishSurvey, { params: { id }, body: { version } });
  const way = await call(createDistribution, { params: { id }, body: { kind: 'public', name: both('Web') } });
  return { surveyId: id, versionId: versions[0]?.id ?? '', token: way.url?.split('/').at(-1) ?? '' };
}

interface Load {
  readonly clients: number;
  readonly seconds: number;
  readonly most?: number;
}

async function submit({ token, versionId }: Way, { most = 1e9, ...load }: Load) {
  const settings = JSON.stringify({ url, token, versionId, rows: statements, most, ...load });
  const { stdout } = await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'survey-clients.mjs'), settings], {
    maxBuffer: 1 << 28,
  });
  return JSON.parse(stdout) as { took: number[]; states: Record<string, number>; elapsed: number };
}

/** Sums and subscribers at work beside, as in the server. */
function startTending(): () => Promise<void> {
  let over = false;
  const repeat = async (pause: number, work: () => Promise<void>): Promise<void> => {
    while (!over) {
      await work();
      await sleep(pause);
    }
  };
  const turns = [repeat(250, () => deliverEvents(bench.root, subscribersOf())), repeat(2_000, () => foldAnswers(bench.root))];
  return async () => {
    over = true;
    await Promise.all(turns);
  };
}

async function measureSubmitting(): Promise<void> {
  const way = await openSurvey();
  const warm = await submit(way, { clients: 8, seconds: 2 });
  const stop = startTending();
  const measured = await submitMeasured(way).finally(stop);
  const sent = warm.took.length + measured.sent;
  judge(`${measured.n} of ${sent} acknowledged answers are in the results at once`, measured.n === sent);
  await measureExport(way, sent);
}

async function submitMeasured(way: Way): Promise<{ sent: number; n: number }> {
  const before = process.cpuUsage();
  const { took, elapsed } = await submit(way, { clients: 8, seconds });
  const { user, system } = process.cpuUsage(before);
  const { n } = await call(getResults, { params: { id: way.surveyId } });
  const perSecond = Math.round(took.length / (elapsed / 1000));
  console.log(`${((user + system) / 1000 / took.length).toFixed(2)} ms of the server's processor time per answer`);
  judge(
    `${perSecond} answers/s, median ${median(took).toFixed(1)} ms, p95 ${percentile(took, 0.95).toFixed(1)} ms (1,000/s wanted)`,
    perSecond >= 1000,
  );
  return { sent: took.length, n };
}

async function measureQuota(): Promise<void> {
  const way = await openSurvey();
  await call(setQuotas, {
    params: { id: way.surveyId },
    body: { items: [{ id: newId(), name: both('All'), condition: null, size: 100 }] },
  });
  const { states } = await submit(way, { clients: 50, seconds: 60, most: 300 });
  const { n } = await call(getResults, { params: { id: way.surveyId } });
  judge(
    `quota of 100 under 50 clients: ${states['complete']} complete, ${states['quota-full']} refused, ${n} stored`,
    states['complete'] === 100 && n === 100,
  );
}

const exported = 100_000;

/** What was submitted is copied or cut to the number that is measured. */
async function measureExport({ surveyId }: Way, there: number): Promise<void> {
  const columns =
    'survey_id, version_id, distribution_id, at, language, state, seconds, scales, rest, given, scores, trace, flags, suspicious, vector, released_at';
  for (let rows = there; rows < exported; rows *= 2)
    await desk.owner.query(
      `insert into survey_response (org_id, id, ${columns}) select org_id, gen_random_uuid(), ${columns} from survey_response
       where org_id = $1 and survey_id = $2 limit $3`,
      [orgId, surveyId, exported - rows],
    );
  await desk.owner.query('vacuum analyze survey_response');
  const times: number[] = [];
  let lines = 0;
  for (let run = 0; run < 5; run++) {
    const began = performance.now();
    const answer = await fetch(`${url}/api/v1/surveys/${surveyId}/responses.csv`, { headers: { cookie: desk.cookie } });
    lines = (await answer.text()).split('\r\n').length - 2;
    times.push(performance.now() - began);
  }
  const perRow = median(times) / lines;
  judge(
    `CSV of ${lines} answers in ${Math.round(median(times))} ms, ${Math.round(perRow * exported)} ms for 100,000 (1,000 ms wanted)`,
    perRow * exported <= 1000,
  );
}

try {
  await measureSubmitting();
  await measureQuota();
} finally {
  await desk.close();
}
