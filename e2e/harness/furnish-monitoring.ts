import { listServices } from '@zhiheng/contract/catalog/services';
import { sendObservations } from '@zhiheng/contract/measurement/observations';
import { createObjective, excludeTime, publishObjective } from '@zhiheng/contract/monitoring/objectives';
import { createProbe } from '@zhiheng/contract/monitoring/probes';
import type { Person } from './set-up-organisation.ts';

const hour = 3_600_000;

/** A probe of a service that is not there, and an objective that had an outage and asks for it to be left out. */
export async function furnishMonitoring({ call }: Person): Promise<{ objective: string }> {
  const { items } = await call(listServices);
  const [service] = items;
  if (service === undefined) throw new Error('the pack brought no service');
  const target = {
    kind: 'http' as const,
    address: 'http://127.0.0.1:9/',
    expectedStatus: [200],
    expectedText: null,
    followRedirects: true,
  };
  const probe = await call(createProbe, {
    body: { code: 'portal', name: { zh: '自助门户', en: 'Portal' }, serviceId: service.id, intervalSeconds: 3600, target },
  });
  const begin = Math.floor(Date.now() / hour) * hour - 20 * 24 * hour;
  const rows = Array.from({ length: 20 * 24 - 1 }, (_, index) => ({
    ...{ indicator: 'probe_availability', service: service.code, key: probe.id, n: 1, value: index === 300 || index === 301 ? 0 : 1 },
    at: new Date(begin + index * hour).toISOString(),
  }));
  await call(sendObservations, { query: { source: 'probes' }, body: rows });
  const { id } = await call(createObjective, {
    body: {
      code: 'portal-available',
      name: { zh: '自助门户可用', en: 'Portal available' },
      draft: {
        ...{ serviceId: service.id, source: { kind: 'probe', probeId: probe.id, latencyMs: null }, target: 0.99, calendarId: null },
        ...{ method: { kind: 'occurrences', slice: 3600 }, window: { kind: 'rolling', unit: 'day', count: 30 } },
        ...{ since: new Date(begin).toISOString(), alerts: { minimumBad: 3, minimumTotal: 1 } },
      },
    },
  });
  await call(publishObjective, { params: { id }, body: { revision: 1 } });
  const span = { from: new Date(begin + 299 * hour).toISOString(), to: new Date(begin + 303 * hour).toISOString() };
  await call(excludeTime, { params: { id }, body: { ...span, reason: '约定的升级 Agreed upgrade' } });
  return { objective: id };
}
