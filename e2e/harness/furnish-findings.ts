import { openFindingByHand } from '@zhiheng/contract/findings/findings';
import { setFindingPriority } from '@zhiheng/contract/findings/priority';
import type { Person } from './set-up-organisation.ts';

/** A finding with a figure, scored; returns its id. */
export async function furnishFindings({ call }: Person): Promise<string> {
  const title = { zh: '夜间故障解决超过目标', en: 'Incidents at night take longer than the target' };
  const nowhere = { serviceId: null, teamId: null, siteId: null, segmentId: null };
  const { id } = await call(openFindingByHand, {
    body: {
      ...{ title, severity: 'high', source: 'manual', indicator: 'incident_resolution_time', kind: 'process' },
      evidence: [
        {
          kind: 'figure',
          figure: {
            ...{
              indicator: 'incident_resolution_time',
              name: title,
              period: '2026-10',
              from: null,
              to: null,
              slice: nowhere,
              value: 6.4,
              n: 212,
            },
            ...{ interval: [5.9, 6.9], target: 4, unit: 'h', decimals: 1, asOf: new Date().toISOString() },
            href: '/app/indicators/incident_resolution_time?period=2026-10',
          },
        },
        { kind: 'note', note: '夜班只有一人值守' },
      ],
    },
  });
  await call(setFindingPriority, {
    params: { id },
    body: {
      ...{ version: 1, scores: { importance: 5, urgency: 4, feasibility: 3 } },
      costs: { rework: { source: 'entered', quantity: 60, rate: 80, note: '返工' } },
    },
  });
  return id;
}
