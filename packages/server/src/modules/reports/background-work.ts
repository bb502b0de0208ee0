import type { Config } from '../../platform/config.ts';
import type { Db } from '../../platform/database/connect.ts';
import type { Jobs } from '../../platform/jobs/jobs.ts';
import type { Sweep } from '../../platform/jobs/sweep.ts';
import { reportWorker, sweepReports } from './report-worker.ts';
import { runSchedules } from './schedules/run-schedules.ts';

interface Surroundings {
  readonly root: Db;
  readonly jobs: Jobs;
  readonly config: Pick<Config, 'publicUrl'>;
}

/** What happens to the jobs of reports. */
export const reportWorkers = ({ root, config }: Pick<Surroundings, 'root' | 'config'>) => ({
  report: reportWorker({ root, publicUrl: config.publicUrl }),
});

/** What is looked after in reports without anybody asking. */
export const reportSweeps = ({ root, jobs }: Pick<Surroundings, 'root' | 'jobs'>): readonly Sweep[] => [
  [10_000, () => runSchedules({ root, jobs })],
  [30_000, () => sweepReports({ root, jobs })],
];
