import { Client } from 'pg';
import { mondayToFriday } from '@zhiheng/sla-clock/calendar';
import { holidayYear, withHolidays } from '@zhiheng/sla-clock/holidays';
import { usualTarget } from '@zhiheng/sla-clock/policy';
import { buildApp } from '../packages/server/src/app.ts';
import { createAdministrator, seedRoles, sessionCookie } from '../packages/server/src/modules/identity/index.ts';
import { createSealer } from '../packages/server/src/platform/sealed/sealer.ts';
import { readConfig } from '../packages/server/src/platform/config.ts';
import { hashOf, newId, newSecret } from '../packages/server/src/platform/identifier.ts';
import { inside, throwAwayDatabase, type ThrowAway } from './throw-away-server.ts';

const named = (text: string): string => JSON.stringify({ zh: text, en: text });

/** A desk that takes cases: one team, one service, an agreement with two promises in Chinese office hours and two escalation steps each. */
export interface Desk {
  readonly bench: ThrowAway;
  /** past all policies */
  readonly owner: Client;
  readonly orgId: string;
  readonly serviceId: string;
  /** of the administrator's session */
  readonly cookie: string;
  readonly url: string;
  close(): Promise<void>;
}

/** Starts a server on a new database, with the built pages when there are any. */
export async function openDesk(): Promise<Desk> {
  const bench = await throwAwayDatabase();
  const owner = new Client({ ...bench.logins.owner });
  await owner.connect();
  const [orgId, serviceId] = [newId(), newId()];
  const cookie = await prepare(bench, orgId, serviceId);
  const app = await buildApp({
    // The limit on calls per minute is not what is measured.
    config: readConfig({ ZHIHENG_LOG: 'error', ZHIHENG_RUNS: '100000000' }, process.cwd()),
    root: bench.root,
    jobs: { send: async () => undefined, work: async () => undefined, stop: async () => undefined },
    notices: { listen: async () => undefined, stop: async () => undefined },
    installation: { operatorKey: newSecret(), setupToken: null },
    sealer: createSealer([newSecret()]),
    biLogins: { grant: async () => undefined, revoke: async () => undefined },
  });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  return {
    ...{ bench, owner, orgId, serviceId, cookie, url },
    async close() {
      await app.close();
      await owner.end();
      await bench.close();
    },
  };
}

const statuses = {
  awaitingCustomer: ['awaiting-customer'],
  awaitingSupplier: ['awaiting-supplier'],
  solved: ['resolved'],
  closed: ['closed'],
  cancelled: ['cancelled'],
};
const steps = [
  { id: 'warn', name: { zh: '八成', en: '80 percent' }, at: { kind: 'percent', percent: 80 } },
  { id: 'late', name: { zh: '超时', en: 'late' }, at: { kind: 'percent', percent: 100 } },
] as const;

/** An organisation with a team, a service and a published agreement. Returns the cookie of its administrator. */
async function prepare(bench: ThrowAway, orgId: string, serviceId: string): Promise<string> {
  return inside(bench.root, orgId, async (operation) => {
    const { db } = operation;
    await db.insertInto('organisation').values({ org_id: orgId, name: 'Bench', time_zone: 'Asia/Shanghai' }).execute();
    await seedRoles(operation);
    const account = await createAdministrator(operation, {
      email: 'bench@example.org',
      name: 'Bench',
      password: 'a long enough password',
      locale: 'en',
    });
    const [token, team, calendar, agreement] = [newSecret(), newId(), newId(), newId()];
    const session = {
      org_id: orgId,
      id: newId(),
      account_id: account,
      token_hash: hashOf(token),
      expires_at: new Date(Date.now() + 3_600_000),
    };
    await db.insertInto('session').values(session).execute();
    await db
      .insertInto('team')
      .values({ org_id: orgId, id: team, code: 'desk', name: named('Desk') })
      .execute();
    await db
      .insertInto('service')
      .values({ org_id: orgId, id: serviceId, code: 'mail', name: named('Mail'), type: 'it', description: named('x'), team_id: team })
      .execute();
    const hours = [
      { from: '09:00', to: '12:00' },
      { from: '13:00', to: '18:00' },
    ];
    const { zone, week, makeUpHours, overrides } = withHolidays(
      mondayToFriday('Asia/Shanghai', ...hours),
      [2026].map((year) => holidayYear('CN', year)).filter((year) => 'holidays' in year),
    );
    await db
      .insertInto('business_calendar')
      .values({ org_id: orgId, id: calendar, code: 'office', name: named('Office'), version: 1 })
      .execute();
    await db
      .insertInto('business_calendar_version')
      .values({ org_id: orgId, calendar_id: calendar, version: 1, definition: JSON.stringify({ zone, week, makeUpHours, overrides }) })
      .execute();
    const target = (kind: 'first-response' | 'resolution', time: number) =>
      usualTarget(kind, { kind: 'working-time', seconds: time }, { statuses, steps });
    const definition = {
      ...{
        calendarId: calendar,
        scope: {},
        adoption: 'new-cases',
        closed: ['closed', 'cancelled', 'merged'],
        actions: [],
        attainmentGoal: 95,
        credit: null,
        reviewOn: null,
      },
      targets: [target('first-response', 4 * 3600), target('resolution', 24 * 3600)],
    };
    await db
      .insertInto('agreement')
      .values({ org_id: orgId, id: agreement, code: 'gold', name: named('Gold'), kind: 'sla', version: 1 })
      .execute();
    const version = { org_id: orgId, agreement_id: agreement, version: 1, calendar_id: calendar, effective_from: new Date(0) };
    await db
      .insertInto('agreement_version')
      .values({ ...version, definition: JSON.stringify(definition) })
      .execute();
    return `${sessionCookie}=${token}`;
  });
}

export function judge(claim: string, ok: boolean): void {
  console.log(`${ok ? 'held  ' : 'BROKEN'} ${claim}`);
  if (!ok) process.exitCode = 1;
}
