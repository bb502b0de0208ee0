import { sql } from 'kysely';
import type { Platform } from './app.ts';
import { bindIdentity } from './modules/identity/index.ts';
import { bindAgreements } from './modules/agreements/index.ts';
import { bindCustomers } from './modules/customers/index.ts';
import { bindCatalog } from './modules/catalog/index.ts';
import { bindOrganisation } from './modules/organisation/index.ts';
import { bindMeasurement, compact, importWorker, rebuildRollups, sweepImports } from './modules/measurement/index.ts';
import { bindKnowledge } from './modules/knowledge/index.ts';
import {
  askForRatings,
  bindCases,
  bindClockReports,
  ratingSubscriber,
  rebuildObservations,
  recountCases,
  sendAnnouncements,
  simulationWorker,
  sweepClocks,
  sweepDays,
  sweepSimulations,
} from './modules/cases/index.ts';
import { bindMail, fetchMail, mailSubscriber, resealPasswords, sendWaiting } from './modules/mail/index.ts';
import { bindEvaluation } from './modules/evaluation/index.ts';
import { bindMonitoring, networksOf, ProbeRunner, refreshObjectives } from './modules/monitoring/index.ts';
import { bindInsight } from './modules/insight/index.ts';
import { bindNotifications, notificationSubscriber, remind } from './modules/notifications/index.ts';
import { bindPacks } from './modules/packs/index.ts';
import { bindCaseImports, caseImportWorker, sweepCaseImports } from './modules/cases/index.ts';
import { deliverEvents } from './platform/events/deliver-events.ts';
import type { Subscriber } from './platform/events/subscriber.ts';
import type { Binder } from './platform/http/bind.ts';
import type { Job, QueueName } from './platform/jobs/jobs.ts';

/** All modules, in the order of their tiers: each may import only what stands before it. */
export function bindModules(binder: Binder, platform: Platform): void {
  bindIdentity(binder, platform.config);
  bindOrganisation(binder, platform.jobs);
  bindCustomers(binder);
  bindCatalog(binder);
  bindAgreements(binder, platform.jobs);
  bindMeasurement(binder, platform.jobs);
  bindKnowledge(binder);
  bindCases(binder, platform);
  bindClockReports(binder, platform.jobs);
  bindMail(binder, platform.sealer);
  bindCaseImports(binder, platform.jobs);
  bindEvaluation(binder);
  bindMonitoring(binder);
  bindInsight(binder, platform.jobs);
  bindNotifications(binder, platform.notices);
  bindPacks(binder, platform);
}

/** What happens to the jobs of each queue. */
export function workersOf(platform: Platform): Record<QueueName, (job: Job) => Promise<void>> {
  return {
    import: importWorker(platform),
    compact: (job) => compact(platform.root, job.orgId),
    rebuild: (job) => rebuildRollups(platform.root, job.orgId),
    'case-import': caseImportWorker(platform),
    recount: (job) => recountCases(platform.root, job.orgId),
    simulate: simulationWorker(platform),
    observe: async (job) => void (await rebuildObservations(platform.root, job.orgId)),
  };
}

/** Who hears of events. */
export function subscribersOf(): readonly Subscriber[] {
  return [notificationSubscriber, ratingSubscriber, mailSubscriber];
}

/** Starts the workers of all queues and the sweeps; returns how to stop the sweeps. */
export async function startWorkers(platform: Platform): Promise<() => Promise<void>> {
  const workers = workersOf(platform);
  for (const [queue, work] of Object.entries(workers)) await platform.jobs.work(queue as QueueName, work);
  await sweepImports(platform);
  const probes = new ProbeRunner(platform.root, networksOf(platform.config.probeNetworks));
  await resealPasswords(platform);
  const sweeps = [
    every(5_000, () => compactWaiting(platform)),
    every(30_000, () => sweepImports(platform)),
    every(30_000, () => sweepCaseImports(platform)),
    every(30_000, () => sweepSimulations(platform)),
    every(
      3_000,
      oneAtATime(() => sweepClocks(platform.root)),
    ),
    every(
      60_000,
      oneAtATime(() => sweepDays(platform.root)),
    ),
    every(
      3_000,
      oneAtATime(() => sendWaiting(platform)),
    ),
    every(
      20_000,
      oneAtATime(() => fetchMail(platform)),
    ),
    every(250, () => sendAnnouncements(platform.root)),
    every(
      60_000,
      oneAtATime(() => remind(platform.root)),
    ),
    every(
      1_000,
      oneAtATime(() => probes.sweep()),
    ),
    every(
      1_000,
      oneAtATime(() => refreshObjectives(platform.root)),
    ),
    every(
      60_000,
      oneAtATime(() => askForRatings(platform.root, platform.sealer)),
    ),
    every(
      250,
      oneAtATime(() => deliverEvents(platform.root, subscribersOf())),
    ),
  ];
  return async () => {
    for (const sweep of sweeps) clearInterval(sweep);
  };
}

/** A sweep that fails is tried again at its next turn; the reason is reported. */
function every(milliseconds: number, sweep: () => Promise<void>): NodeJS.Timeout {
  return setInterval(() => void sweep().catch((error: unknown) => process.emitWarning(String(error))), milliseconds).unref();
}

/** A turn that comes while the last one is still at work is left out. */
function oneAtATime(sweep: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  return () => (running ??= sweep().finally(() => (running = null)));
}

/** Deltas whose compaction was never sent, because the process died after the commit. */
async function compactWaiting({ root, jobs }: Platform): Promise<void> {
  const { rows } = await sql<{ orgId: string }>`select organisations_to_compact() as "orgId"`.execute(root);
  for (const { orgId } of rows) await jobs.send('compact', { orgId });
}
