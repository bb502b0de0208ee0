import type { CallInput } from '@zhiheng/contract/endpoint';
import { createCase } from '@zhiheng/contract/cases/cases';
import { alwaysOpen } from '@zhiheng/sla-clock/calendar';
import { usualTarget, type EscalationStep, type TargetKind } from '@zhiheng/sla-clock/policy';
import { sql } from 'kysely';
import { newId } from '../../platform/identifier.ts';
import type { TestOrganisation } from '../../testing/sign-in.ts';
import type { TestServer } from '../../testing/test-server.ts';
import type { OpenedCase } from './open-case.ts';

type Body = NonNullable<CallInput<typeof createCase>['body']>;

/** A case with nothing particular about it. */
export const openOne = (org: TestOrganisation, more: Partial<Body> = {}): Promise<OpenedCase> =>
  org.call(createCase, { body: { type: 'incident', subject: 'Printer', ...more } });

const statuses = {
  awaitingCustomer: ['awaiting-customer'],
  awaitingSupplier: ['awaiting-supplier'],
  solved: ['resolved', 'following-up'],
  closed: ['closed', 'merged'],
  cancelled: ['cancelled'],
};

interface Terms {
  readonly seconds: number;
  readonly targets?: readonly TargetKind[];
  readonly steps?: readonly EscalationStep[];
  readonly effectiveFrom?: Date;
}

/** Publishes an agreement for all cases that counts around the clock. */
export async function publishAgreement(org: TestOrganisation, terms: Terms): Promise<string> {
  const { seconds, targets = ['resolution'], steps = [], effectiveFrom = new Date(0) } = terms;
  const [id, calendarId] = [newId(), newId()];
  const { zone, week, makeUpHours, overrides } = alwaysOpen('Asia/Shanghai');
  const definition = {
    calendarId,
    scope: {},
    adoption: 'new-cases',
    closed: ['closed', 'cancelled', 'merged'],
    targets: targets.map((kind) => usualTarget(kind, { kind: 'working-time', seconds }, { statuses, steps })),
    actions: [],
    attainmentGoal: 95,
    credit: null,
    reviewOn: null,
  };
  await org.inside(async ({ db, orgId }) => {
    const name = JSON.stringify({ zh: '标准', en: 'Standard' });
    await db
      .insertInto('business_calendar')
      .values({ org_id: orgId, id: calendarId, code: `c-${calendarId}`, name, version: 1 })
      .execute();
    await db
      .insertInto('business_calendar_version')
      .values({ org_id: orgId, calendar_id: calendarId, version: 1, definition: JSON.stringify({ zone, week, makeUpHours, overrides }) })
      .execute();
    await db
      .insertInto('agreement')
      .values({ org_id: orgId, id, code: `a-${id}`, name, kind: 'sla', version: 1 })
      .execute();
    const version = { org_id: orgId, agreement_id: id, version: 1, calendar_id: calendarId, effective_from: effectiveFrom };
    await db
      .insertInto('agreement_version')
      .values({ ...version, definition: JSON.stringify(definition) })
      .execute();
  });
  return id;
}

/** So many open cases at once, past HTTP: for plans and counts. Every thousandth speaks of a printer in Chinese. */
export async function addManyCases(server: TestServer, { orgId }: TestOrganisation, count: number): Promise<void> {
  await sql`
    insert into service_case (org_id, id, number, type, subject, status, priority, channel, opened_at, updated_at, due_at, due_target, due_state, words)
    select ${orgId}, gen_random_uuid(), 'M-' || n, 'incident', 'Case ' || n, 'open', 'p' || 1 + n % 4, 'api', now() - n * interval '1 minute',
      now() - n * interval '1 minute', case when n % 3 > 0 then now() + n * interval '1 minute' end, 'resolution', 'running',
      array_to_tsvector(array['case', n::text] || case when n % 1000 = 0 then array['打印', '印机'] else '{}' end)
    from generate_series(1, ${count}) n`.execute(server.owner);
  await sql`analyze service_case`.execute(server.owner);
}
