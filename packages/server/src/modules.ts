import type { Platform } from './app.ts';
import { bindIdentity } from './modules/identity/index.ts';
import { bindMeasurement, compact, rebuildRollups } from './modules/measurement/index.ts';
import type { Binder } from './platform/http/bind.ts';
import type { Job, QueueName } from './platform/jobs/jobs.ts';

/** All modules, in the order of their tiers: each may import only what stands before it. */
export function bindModules(binder: Binder, platform: Platform): void {
  bindIdentity(binder);
  bindMeasurement(binder, platform.jobs);
}

/** What happens to the jobs of each queue. */
export function workersOf(platform: Platform): Record<QueueName, (job: Job) => Promise<void>> {
  return {
    import: async () => undefined,
    compact: (job) => compact(platform.root, job.orgId),
    rebuild: (job) => rebuildRollups(platform.root, job.orgId),
  };
}

/** Starts the workers of all queues and the sweeps; returns how to stop the sweeps. */
export async function startWorkers(platform: Platform): Promise<() => Promise<void>> {
  const workers = workersOf(platform);
  for (const [queue, work] of Object.entries(workers)) await platform.jobs.work(queue as QueueName, work);
  return async () => undefined;
}
