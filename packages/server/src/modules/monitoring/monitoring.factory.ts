import { sendObservations } from '@zhiheng/contract/measurement/observations';
import type { ObjectiveDefinition } from '@zhiheng/contract/monitoring/objective';
import { createObjective, publishObjective, type ObjectiveRow } from '@zhiheng/contract/monitoring/objectives';
import { buildIndicator, buildService } from '../measurement/measurement.factory.ts';
import type { TestOrganisation } from '../../testing/sign-in.ts';
import type { TestServer } from '../../testing/test-server.ts';
import { refreshObjectives } from './index.ts';

/** A service with an indicator that counts good and bad. */
export async function buildPortal(org: TestOrganisation): Promise<string> {
  return org.inside(async (operation) => {
    await buildIndicator(operation, { code: 'answered', measure: 'share', unit: '%', direction: 'higher', limits: null });
    return buildService(operation, 'portal');
  });
}

export const draftOf = (serviceId: string, more: Partial<ObjectiveDefinition> = {}) => ({
  ...{ serviceId, source: { kind: 'indicator' as const, code: 'answered', limit: null }, target: 0.99, calendarId: null },
  ...{ method: { kind: 'occurrences' as const, slice: 300 }, window: { kind: 'rolling' as const, unit: 'day' as const, count: 30 } },
  ...{ since: new Date(Date.now() - 40 * day).toISOString(), alerts: { minimumBad: 3, minimumTotal: 1 } },
  ...more,
});

export const day = 86_400_000;

/** A published objective over what `answered` counts. */
export async function publishOne(org: TestOrganisation, serviceId: string, more: Partial<ObjectiveDefinition> = {}): Promise<ObjectiveRow> {
  const draft = draftOf(serviceId, more);
  const { id, revision } = await org.call(createObjective, {
    body: { code: 'portal-up', name: { zh: '门户可用', en: 'Portal up' }, draft },
  });
  return org.call(publishObjective, { params: { id }, body: { revision } });
}

/** One observation a moment: so many good of so many. */
export async function observe(org: TestOrganisation, rows: readonly { at: Date; good: number; n: number }[]): Promise<void> {
  const body = rows.map(({ at, good, n }) => ({
    ...{ indicator: 'answered', service: 'portal', key: `${at.getTime()}`, at: at.toISOString(), value: good, n },
  }));
  await org.call(sendObservations, { query: { source: 'gateway' }, body });
}

export const refresh = ({ root }: TestServer, now = new Date()): Promise<void> => refreshObjectives(root, now);
