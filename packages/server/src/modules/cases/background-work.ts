import type { Db } from '../../platform/database/connect.ts';
import type { Job, Jobs } from '../../platform/jobs/jobs.ts';
import type { Sweep } from '../../platform/jobs/sweep.ts';
import type { Sealer } from '../../platform/sealed/sealer.ts';
import { sendAnnouncements } from './announce-case.ts';
import { caseImportWorker, sweepCaseImports } from './imports/case-import-worker.ts';
import { rebuildObservations } from './observations/rebuild-observations.ts';
import { sweepDays } from './observations/sweep-days.ts';
import { askForRatings } from './ratings/ask-for-ratings.ts';
import { recountCases } from './recount-cases.ts';
import { closeResolved } from './settings/close-resolved.ts';
import { simulationWorker, sweepSimulations } from './simulation/simulate.ts';
import { sweepClocks } from './sweep-clocks.ts';

interface Surroundings {
  readonly root: Db;
  readonly jobs: Jobs;
  readonly sealer: Sealer;
}

/** What happens to the jobs of cases. */
export const caseWorkers = (surroundings: Surroundings) => ({
  'case-import': caseImportWorker(surroundings),
  recount: (job: Job) => recountCases(surroundings.root, job.orgId),
  simulate: simulationWorker(surroundings),
  observe: async (job: Job) => void (await rebuildObservations(surroundings.root, job.orgId)),
});

/** What is looked after in cases without anybody asking. */
export const caseSweeps = (surroundings: Surroundings): readonly Sweep[] => {
  const { root, sealer } = surroundings;
  return [
    [250, () => sendAnnouncements(root)],
    [3_000, () => sweepClocks(root)],
    [30_000, () => sweepCaseImports(surroundings)],
    [30_000, () => sweepSimulations(surroundings)],
    [60_000, () => sweepDays(root)],
    [60_000, () => closeResolved(root)],
    [60_000, () => askForRatings(root, sealer)],
  ];
};
