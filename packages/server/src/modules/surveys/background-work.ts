import type { Config } from '../../platform/config.ts';
import type { Db } from '../../platform/database/connect.ts';
import type { Jobs } from '../../platform/jobs/jobs.ts';
import type { Sweep } from '../../platform/jobs/sweep.ts';
import type { Sealer } from '../../platform/sealed/sealer.ts';
import { analysisWorker, sweepAnalyses } from './analyses/analysis-worker.ts';
import { forgetOldFiles } from './imports/forget-files.ts';
import { responseImportWorker, sweepResponseImports } from './imports/response-import-worker.ts';
import { sendInvitations } from './invitations/send-invitations.ts';
import { pruneDrafts } from './prune-drafts.ts';
import { releaseAnswers } from './release-answers.ts';
import { foldAnswers } from './results/fold-answers.ts';

interface Surroundings {
  readonly root: Db;
  readonly jobs: Jobs;
  readonly sealer: Sealer;
  readonly config: Config;
}

/** What happens to the jobs of surveys. */
export const surveyWorkers = (surroundings: Pick<Surroundings, 'root'>) => ({
  'survey-import': responseImportWorker(surroundings),
  analyse: analysisWorker(surroundings),
});

/** What is looked after in surveys without anybody asking. */
export const surveySweeps = (surroundings: Surroundings): readonly Sweep[] => {
  const { root } = surroundings;
  return [
    [2_000, () => foldAnswers(root)],
    [10_000, () => sendInvitations(surroundings)],
    [30_000, () => releaseAnswers(root)],
    [30_000, () => sweepResponseImports(surroundings)],
    [30_000, () => sweepAnalyses(surroundings)],
    [3_600_000, () => pruneDrafts(root)],
    [3_600_000, () => forgetOldFiles(root)],
  ];
};
