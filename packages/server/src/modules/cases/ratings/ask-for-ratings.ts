import { sql } from 'kysely';
import type { Db } from '../../../platform/database/connect.ts';
import type { Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import type { Sealer } from '../../../platform/sealed/sealer.ts';
import { asSystem } from '../as-system.ts';
import type { Opener } from '../case-number.ts';
import { lockCase } from '../case-state.ts';
import { tokenToGive } from '../portal/case-link.ts';
import { ratingRuleOf, readPortalSettings } from '../portal/portal-settings.ts';
import { saveCase } from '../save-case.ts';
import { invitationText } from './invitation.rules.ts';

const batchSize = 50;

interface Due {
  readonly caseId: string;
  readonly resolution: number;
  readonly askedAt: Date | null;
  /** the solution still stands and nobody has rated it */
  readonly open: boolean;
}

/** Sends the invitations and reminders whose time has come, each once, as messages of their cases: whatever channel carries those carries these. */
export async function askForRatings(root: Db, sealer: Sealer, now = new Date()): Promise<void> {
  const { rows } = await sql<{ orgId: string }>`select organisations_with_rating_requests(${now}) as "orgId"`.execute(root);
  for (const { orgId } of rows) while ((await askBatch({ root, sealer, orgId, now })) === batchSize);
}

interface Batch {
  readonly root: Db;
  readonly sealer: Sealer;
  readonly orgId: string;
  readonly now: Date;
}

const askBatch = ({ sealer, ...place }: Batch): Promise<number> =>
  asSystem(place, async (operation) => {
    const due = await lockDue(operation);
    for (const one of due) await ask(operation, sealer, one);
    return due.length;
  });

async function lockDue({ db, orgId, now }: Operation): Promise<Due[]> {
  const { rows } = await sql<Due>`
    select q.case_id as "caseId", q.resolution, q.asked_at as "askedAt",
      c.status in ('resolved', 'following-up', 'closed') and c.reopened + 1 = q.resolution and c.contact_email <> '' and not exists (
        select from case_rating r where r.org_id = ${orgId} and r.case_id = q.case_id and r.resolution = q.resolution) as open
    from case_rating_request q join service_case c on c.org_id = ${orgId} and c.id = q.case_id
    where q.org_id = ${orgId} and q.next_at <= ${now} order by q.next_at limit ${batchSize} for no key update of q, c skip locked`.execute(
    db,
  );
  return rows;
}

async function ask(operation: Opener, sealer: Sealer, { caseId, resolution, askedAt, open }: Due): Promise<void> {
  const { db, orgId, now } = operation;
  const state = await lockCase(operation, caseId);
  const { reminderDays } = ratingRuleOf(await readPortalSettings(operation), state.type);
  const token = open ? await tokenToGive(operation, sealer, state) : null;
  const asked = askedAt === null ? 'asked_at' : 'reminded_at';
  const next = token !== null && askedAt === null && reminderDays !== null ? new Date(now.getTime() + reminderDays * 86_400_000) : null;
  await sql`update case_rating_request set next_at = ${next}, ${sql.ref(asked)} = ${token === null ? null : now}
    where org_id = ${orgId} and case_id = ${caseId} and resolution = ${resolution}`.execute(db);
  if (token === null) return;
  const body = invitationText(state, askedAt === null ? 'first' : 'reminder');
  const entry = { kind: 'reply', from: 'team', automatic: true, body, channel: 'portal', mentions: [], attachmentIds: [] } as const;
  await saveCase(operation, state, { entry });
  await recordEvent(operation, {
    type: 'case.rating-asked',
    entity: { kind: 'case', id: caseId, label: state.number },
    data: { resolution, reminder: askedAt !== null },
  });
}
