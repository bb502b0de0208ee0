import type { Operation } from '../../../platform/operation.ts';
import { ensureIndicator } from '../../measurement/index.ts';

/** The source under which runs are observed; the key of a record is the probe. */
export const probeSource = 'probes';
export const availabilityCode = 'probe_availability';
export const latencyCode = 'probe_latency';

/** What probes observe: whether the service answered, and after how long. */
export async function ensureProbeIndicators(operation: Operation): Promise<void> {
  await ensureIndicator(operation, {
    ...{ code: availabilityCode, dimension: 'reliability', measure: 'share', unit: '%', decimals: 2, direction: 'higher' },
    name: { zh: '探测可用率', en: 'Probed availability' },
    definition: { zh: '探测得到正确应答的次数占全部探测次数的比例', en: 'Share of probe runs that got the expected answer' },
  });
  await ensureIndicator(operation, {
    ...{ code: latencyCode, dimension: 'responsiveness', measure: 'number', unit: 'ms', decimals: 0, direction: 'lower' },
    name: { zh: '探测应答时间', en: 'Probed response time' },
    definition: { zh: '从发出请求到读完所需内容的时间，只计成功的探测', en: 'Time from request to answer, of successful probe runs' },
  });
}
