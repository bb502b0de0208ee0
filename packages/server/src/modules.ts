import { sql } from 'kysely';
import type { Platform } from './app.ts';
import { bindIdentity } from './modules/identity/index.ts';
import { bindAgreements } from './modules/agreements/index.ts';
import { bindCustomers } from './modules/customers/index.ts';
import { bindCatalog } from './modules/catalog/index.ts';
import { bindOrganisation } from './modules/organisation/index.ts';
import {
  bindMeasurement,
  compact,
  importWorker,
  rebuildRollups,
  sendFigureAnnouncements,
  sweepImports,
} from './modules/measurement/index.ts';
import { bindKnowledge } from './modules/knowledge/index.ts';
import { bindCauses } from './modules/causes/index.ts';
import { bindStandards } from './modules/standards/index.ts';
import { bindCases, caseSweeps, caseWorkers, ratingSubscriber } from './modules/cases/index.ts';
import { bindMail, fetchMail, mailSubscriber, resealPasswords, sendWaiting } from './modules/mail/index.ts';
import {
  answersFlowOut,
  bindSurveyResults,
  bindSurveys,
  bouncedInvitations,
  flagAnswers,
  surveysAfterCases,
  surveySweeps,
  surveyWorkers,
} from './modules/surveys/index.ts';
import { bindFeedback, feedbackSubscriber, learnSentiment, tellOverdue } from './modules/feedback/index.ts';
import { bindFieldwork, sheetsFlowOut } from './modules/fieldwork/index.ts';
import { bindCampaigns } from './modules/campaigns/index.ts';
import { bindEvaluation, indicatorSource } from './modules/evaluation/index.ts';
import { bindMonitoring, ProbeRunner, refreshObjectives } from './modules/monitoring/index.ts';
import { bindDiagnosis, checkSignalRules } from './modules/diagnosis/index.ts';
import { bindFindings, lookForFindings } from './modules/findings/index.ts';
import { bindImprovement, bindReviews, bindSuggestions, tellLateActions } from './modules/improvement/index.ts';
import { bindVerification, complaintSubscriber, lookAgain, verdictSource } from './modules/verification/index.ts';
import { bindInsight } from './modules/insight/index.ts';
import { bindReports, reportSweeps, reportWorkers } from './modules/reports/index.ts';
import {
  bindNotifications,
  ChannelRunner,
  mailNotices,
  notificationSubscriber,
  remind,
  resealChannels,
} from './modules/notifications/index.ts';
import { bindOpenData, forgetOldDeliveries, resealWebhooks, WebhookRunner, webhookSubscriber } from './modules/open-data/index.ts';
import { automationSubscriber, bindAutomation, runAutomation } from './modules/automation/index.ts';
import { bindPacks } from './modules/packs/index.ts';
import { deliverEvents } from './platform/events/deliver-events.ts';
import type { Subscriber } from './platform/events/subscriber.ts';
import type { Binder } from './platform/http/bind.ts';
import type { Job, QueueName } from './platform/jobs/jobs.ts';
import { startSweeps, type Sweep } from './platform/jobs/sweep.ts';
import { networksOf } from './platform/outbound/address-guard.ts';

/** All modules, in the order of their tiers: each may import only what stands before it. */
export function bindModules(binder: Binder, platform: Platform): void {
  bindIdentity(binder, platform.config);
  bindOrganisation(binder, platform.jobs);
  bindCustomers(binder);
  bindCatalog(binder);
  bindAgreements(binder, platform.jobs);
  bindMeasurement(binder, platform.jobs);
  bindStandards(binder);
  bindKnowledge(binder);
  bindCases(binder, platform);
  bindMail(binder, platform.sealer);
  bindSurveys(binder, platform);
  bindSurveyResults(binder);
  bindFeedback(binder);
  bindFieldwork(binder, platform.config);
  bindCampaigns(binder, indicatorSource);
  bindEvaluation(binder);
  bindMonitoring(binder);
  bindDiagnosis(binder);
  bindFindings(binder);
  bindCauses(binder);
  bindImprovement(binder, verdictSource);
  bindReviews(binder);
  bindSuggestions(binder, platform.config);
  bindVerification(binder);
  bindInsight(binder, platform);
  bindReports(binder, platform.jobs);
  bindNotifications(binder, platform);
  bindOpenData(binder, platform);
  bindAutomation(binder);
  bindPacks(binder, platform);
}

/** What happens to the jobs of each queue. */
export function workersOf(platform: Platform): Record<QueueName, (job: Job) => Promise<void>> {
  return {
    import: importWorker(platform),
    compact: (job) => compact(platform.root, job.orgId),
    rebuild: (job) => rebuildRollups(platform.root, job.orgId),
    ...caseWorkers(platform),
    ...surveyWorkers(platform),
    ...reportWorkers(platform),
  };
}

/** Who hears of events. */
export function subscribersOf(): readonly Subscriber[] {
  return [
    notificationSubscriber,
    webhookSubscriber,
    automationSubscriber,
    ratingSubscriber,
    mailSubscriber,
    surveysAfterCases,
    bouncedInvitations,
    flagAnswers,
    answersFlowOut,
    feedbackSubscriber,
    sheetsFlowOut,
    complaintSubscriber,
  ];
}

/** Starts the workers of all queues and the sweeps; returns how to stop the sweeps. */
export async function startWorkers(platform: Platform): Promise<() => void> {
  const workers = workersOf(platform);
  for (const [queue, work] of Object.entries(workers)) await platform.jobs.work(queue as QueueName, work);
  await sweepImports(platform);
  await resealPasswords(platform);
  await resealChannels(platform);
  await resealWebhooks(platform);
  return startSweeps(sweepsOf(platform));
}

/** What every module looks after. */
function sweepsOf(platform: Platform): readonly Sweep[] {
  const { root } = platform;
  const { config, sealer } = platform;
  const probes = new ProbeRunner(root, networksOf(config.probeNetworks));
  const reaching = { root, sealer, allowed: networksOf(config.webhookNetworks), publicUrl: config.publicUrl };
  const channels = new ChannelRunner(reaching);
  const webhooks = new WebhookRunner(reaching);
  return [
    [5_000, () => compactWaiting(platform)],
    [30_000, () => sweepImports(platform)],
    ...caseSweeps(platform),
    ...surveySweeps(platform),
    ...reportSweeps(platform),
    [3_000, () => sendWaiting(platform)],
    [20_000, () => fetchMail(platform)],
    [500, () => sendFigureAnnouncements(root)],
    [60_000, () => remind(root)],
    [5_000, () => mailNotices(root, platform.config.publicUrl)],
    [2_000, () => channels.sweep()],
    [1_000, () => webhooks.sweep()],
    [3_600_000, () => forgetOldDeliveries(root)],
    [500, () => runAutomation(root)],
    [1_000, () => probes.sweep()],
    [1_000, () => refreshObjectives(root)],
    [5_000, () => checkSignalRules(root)],
    [5_000, () => lookForFindings(root)],
    [5_000, () => tellOverdue(root)],
    [60_000, () => tellLateActions(root)],
    [10_000, () => lookAgain(root)],
    [60_000, () => learnSentiment(root)],
    [250, () => deliverEvents(root, subscribersOf())],
  ];
}

/** Deltas whose compaction was never sent, because the process died after the commit. */
async function compactWaiting({ root, jobs }: Platform): Promise<void> {
  const { rows } = await sql<{ orgId: string }>`select organisations_to_compact() as "orgId"`.execute(root);
  for (const { orgId } of rows) await jobs.send('compact', { orgId });
}
