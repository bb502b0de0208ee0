import { sql } from 'kysely';
import type { ObjectiveDefinition } from '@zhiheng/contract/monitoring/objective';
import { invalid } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { loadIndicators } from '../../measurement/index.ts';
import { windowSeconds } from './judge.rules.ts';
import { firstOf } from '../first-of.ts';

interface Flaw {
  readonly path: string;
  readonly code: string;
}

/** What in a definition cannot be judged, with the path inside it. */
export async function flawsOf(operation: Operation, definition: ObjectiveDefinition): Promise<Flaw[]> {
  const { serviceId, source, calendarId, method, window } = definition;
  const has = await known(operation, definition);
  return [
    ...(has.service ? [] : [{ path: 'serviceId', code: 'unknown_service' }]),
    ...(calendarId === null || has.calendar ? [] : [{ path: 'calendarId', code: 'unknown_calendar' }]),
    ...(source.kind === 'probe' ? probeFlaws(has.probeService, serviceId) : await indicatorFlaws(operation, source)),
    ...(method.slice <= windowSeconds(window) ? [] : [{ path: 'method.slice', code: 'longer_than_window' }]),
    ...definition.alerts.pairs.flatMap(({ long, short }, at) =>
      short <= long ? [] : [{ path: `alerts.pairs.${at}.short`, code: 'longer_than_long' }],
    ),
    ...(new Date(definition.since) <= operation.now ? [] : [{ path: 'since', code: 'in_the_future' }]),
  ];
}

/** Refuses a definition that cannot be judged. */
export async function demandSound(operation: Operation, definition: ObjectiveDefinition, prefix = 'draft'): Promise<void> {
  const flaws = await flawsOf(operation, definition);
  if (flaws.length > 0) throw invalid(flaws.map(({ path, code }) => ({ path: `${prefix}.${path}`, code })));
}

interface Known {
  readonly service: boolean;
  readonly calendar: boolean;
  readonly probeService: string | null;
}

async function known({ db, orgId }: Operation, { serviceId, calendarId, source }: ObjectiveDefinition): Promise<Known> {
  const probeId = source.kind === 'probe' ? source.probeId : null;
  const { rows } = await sql<Known>`select
    exists (select from service where org_id = ${orgId} and id = ${serviceId} and deleted_at is null) as service,
    exists (select from business_calendar where org_id = ${orgId} and id = ${calendarId}::uuid and deleted_at is null) as calendar,
    (select service_id from probe where org_id = ${orgId} and id = ${probeId}::uuid) as "probeService"`.execute(db);
  return firstOf(rows);
}

function probeFlaws(probeService: string | null, serviceId: string): Flaw[] {
  if (probeService === null) return [{ path: 'source.probeId', code: 'unknown_probe' }];
  return probeService === serviceId ? [] : [{ path: 'source.probeId', code: 'probe_of_another_service' }];
}

async function indicatorFlaws(
  operation: Operation,
  { code, limit }: Extract<ObjectiveDefinition['source'], { kind: 'indicator' }>,
): Promise<Flaw[]> {
  const indicator = (await loadIndicators(operation)).find((one) => one.code === code);
  if (indicator === undefined || indicator.measure === 'formula') return [{ path: 'source.code', code: 'unknown_indicator' }];
  if (indicator.measure === 'share') return limit === null ? [] : [{ path: 'source.limit', code: 'share_needs_no_limit' }];
  return limit === null ? [{ path: 'source.limit', code: 'limit_needed' }] : [];
}
