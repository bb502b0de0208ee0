import { sql } from 'kysely';
import * as api from '@zhiheng/contract/cases/cases';
import type { CallInput } from '@zhiheng/contract/endpoint';
import type { TestOrganisation } from '../../testing/sign-in.ts';
import type { TestServer } from '../../testing/test-server.ts';
import { openOne } from './cases.factory.ts';

type Body = NonNullable<CallInput<typeof api.createCase>['body']>;
type Status = 'open' | 'awaiting-customer' | 'awaiting-supplier' | 'resolved' | 'closed';
/** A status and the minutes after the opening at which it came. */
type Turn = readonly [status: Status, minutes: number];

interface Past extends Partial<Body> {
  readonly opened: Date;
  readonly turns?: readonly Turn[];
}

/** A case whose turns were taken long ago: made by way of the API, then moved back in time. Count the clocks again afterwards. */
export async function pastCase(server: TestServer, org: TestOrganisation, { opened, turns = [], ...more }: Past): Promise<string> {
  const { id } = await openOne(org, { openedAt: opened.toISOString(), ...more });
  let version = 1;
  for (const [at, [status, minutes]] of turns.entries()) {
    ({ version } = await org.call(api.updateCase, { params: { id }, body: { version, status } }));
    const moment = new Date(opened.getTime() + minutes * 60_000);
    await sql`update clock_event set at = ${moment} where org_id = ${org.orgId} and case_id = ${id} and seq = ${at + 2}`.execute(
      server.owner,
    );
    if (status === 'closed')
      await sql`update service_case set closed_at = ${moment} where org_id = ${org.orgId} and id = ${id}`.execute(server.owner);
  }
  return id;
}

/** A day of an earlier month, at ten in the morning in Shanghai. */
export function dayOfMonth(monthsBack: number, day: number): Date {
  const now = new Date(Date.now() + 8 * 3_600_000);
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - monthsBack, day, 2));
}

/** `2026-10` of an instant, in Shanghai. */
export const monthNameOf = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 7);
