import { packDemo, type PackDemo } from '@zhiheng/contract/packs/pack-file';
import type { Locale, LocalText } from '@zhiheng/contract/values/text';
import { conflict, notFound } from '../../../platform/errors.ts';
import type { Jobs } from '../../../platform/jobs/jobs.ts';
import type { Call, Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { storeDemoCampaigns } from '../../campaigns/index.ts';
import { storeDemoCases } from '../../cases/index.ts';
import { storeDemoCustomers } from '../../customers/index.ts';
import { dayOf, indicatorSource, loadEvaluation } from '../../evaluation/index.ts';
import { watchHeadline } from '../../diagnosis/index.ts';
import { storeDemoFeedback } from '../../feedback/index.ts';
import { storeDemoFieldwork } from '../../fieldwork/index.ts';
import { storeDemoProjects } from '../../improvement/index.ts';
import { recountObjectives, storeDemoProbes } from '../../monitoring/index.ts';
import { limitsAt, loadIndicators, storeRows } from '../../measurement/index.ts';
import { storeDemoSurvey } from '../../surveys/index.ts';
import { generateCases, type CasePlan } from './generate-cases.rules.ts';
import { generateCustomers } from './generate-customers.rules.ts';
import { generateProbes } from './generate-probes.rules.ts';
import { generateMonth } from './generate-demo.rules.ts';
import { randomFrom } from './random.rules.ts';
import { workingMonths } from './working-time.rules.ts';

const demoSource = 'demo';

interface LoadedDemo {
  readonly observations: number;
  readonly problem: LocalText;
}

/** Loads the demo data of an installed pack. */
export const loadDemoWith =
  (jobs: Jobs) =>
  async (call: Call, { params }: { params: { code: string } }): Promise<LoadedDemo> => {
    const loaded = await loadDemo(call, params.code);
    call.afterCommit(() => jobs.send('compact', { orgId: call.orgId }));
    return loaded;
  };

/** Draws and stores twelve months of observations in the caller's transaction; the caller sees to the compaction. */
export async function loadDemo(operation: Operation, pack: string): Promise<LoadedDemo> {
  const demo = await demoToLoad(operation, pack);
  const plan = { pack, demo, ...(await readSurroundings(operation)) };
  let observations = 0;
  for (let month = 0; month < plan.months.length; month++) {
    // What a user has deleted since the pack came is left out in silence: it is no mistake of the data.
    const batch = await storeRows(operation, { source: demoSource, demo: true, rows: generateMonth(plan, month), quarantineAs: 'nowhere' });
    observations += batch.stored;
  }
  if (demo.customers !== undefined) await storeDemoCustomers(operation, generateCustomers(pack, demo.customers, operation.now));
  if (demo.probes !== undefined) await storeDemoProbes(operation, generateProbes(pack, demo.probes, operation.now));
  const locale = await readLocale(operation);
  if (demo.cases !== undefined) await loadCases(operation, { ...plan, cases: demo.cases, locale });
  const { where, last_months: lastMonths } = demo.problem;
  await storeDemoSurvey(operation, { pack, random: randomFrom(`survey:${pack}`), places: demo.subjects, problem: { where, lastMonths } });
  const { feedback } = demo;
  if (feedback !== undefined) await storeDemoFeedback(operation, { pack, feedback, random: randomFrom(`feedback:${pack}`), locale });
  const { fieldwork } = demo;
  if (fieldwork !== undefined)
    await storeDemoFieldwork(operation, {
      ...{ studies: fieldwork, places: demo.subjects, problem: { where, lastMonths } },
      random: randomFrom(`fieldwork:${pack}`),
    });
  await assess(operation, { pack, locale, months: plan.months.map(({ month }) => month) });
  await storeDemoProjects(operation, { locale, indicator: demo.series.find(({ problem_factor: factor }) => factor !== undefined)?.indicator ?? null });
  await watchHeadline(operation, true);
  await recountObjectives(operation);
  const { db, orgId, now } = operation;
  await db.updateTable('installed_pack').set({ demo_loaded_at: now }).where('org_id', '=', orgId).where('code', '=', pack).execute();
  await recordEvent(operation, {
    type: 'demo.loaded',
    entity: { kind: 'pack', id: pack, label: demo.problem.title.zh },
    data: { observations },
  });
  return { observations, problem: demo.problem.title };
}

async function readLocale({ db, orgId }: Operation): Promise<Locale> {
  const { locale } = await db.selectFrom('organisation').select('locale').where('org_id', '=', orgId).executeTakeFirstOrThrow();
  return locale === 'zh' ? 'zh' : 'en';
}

/** Campaigns look at what heads the board. */
async function assess(operation: Operation, plan: { readonly pack: string; readonly locale: Locale; readonly months: readonly string[] }): Promise<void> {
  const { card } = await loadEvaluation(operation, undefined);
  await storeDemoCampaigns(operation, { ...plan, source: indicatorSource, indicators: card?.headline ?? [] });
}

async function loadCases(operation: Operation, plan: Pick<CasePlan, 'pack' | 'demo' | 'cases' | 'months' | 'locale'>): Promise<void> {
  const { db, orgId, now } = operation;
  const rows = await db
    .selectFrom('customer')
    .select('code')
    .where('org_id', '=', orgId)
    .where('demo', '=', true)
    .orderBy('code')
    .execute();
  const customers = rows.map(({ code }) => code).filter((code) => code.startsWith(`${plan.pack}-`));
  await storeDemoCases(operation, generateCases({ ...plan, customers, now }));
}

async function demoToLoad({ db, orgId }: Operation, pack: string): Promise<PackDemo> {
  const row = await db
    .selectFrom('installed_pack')
    .select(['demo', 'demo_loaded_at'])
    .where('org_id', '=', orgId)
    .where('code', '=', pack)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw notFound('installed_pack');
  if (row.demo === null) throw notFound('demo');
  if (row.demo_loaded_at !== null) throw conflict('demo_loaded_already');
  const source = await db.selectFrom('source').select('demo').where('org_id', '=', orgId).where('code', '=', demoSource).executeTakeFirst();
  // Real data under this name could no longer be told from the demo's.
  if (source?.demo === false) throw conflict('demo_source_in_use', { source: demoSource });
  return packDemo.parse(row.demo);
}

async function readSurroundings(operation: Operation) {
  const { db, orgId, now } = operation;
  const { time_zone } = await db.selectFrom('organisation').select('time_zone').where('org_id', '=', orgId).executeTakeFirstOrThrow();
  const today = dayOf(now, time_zone);
  const records = await loadIndicators(operation);
  const indicators = new Map(records.map((record) => [record.code, { ...record, target: limitsAt(record, today)?.target ?? null }]));
  return { indicators, months: workingMonths(now, time_zone) };
}
