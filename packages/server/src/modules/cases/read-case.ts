import { sql, type RawBuilder } from 'kysely';
import type { ServiceCase } from '@zhiheng/contract/cases/case';
import { notFound } from '../../platform/errors.ts';
import type { Operation } from '../../platform/operation.ts';
import { caseColumns, caseNames, caseRowOf, type CaseRecord } from './case-rows.ts';
import { readAgreementsInForce } from '../agreements/index.ts';
import { isMasked, maskEmail, maskName, maskPhone } from '../customers/index.ts';
import { loopOf } from './loop.rules.ts';
import { readClocks } from './read-clocks.ts';
import { readEntries } from './read-entries.ts';
import { readFollowUps, type FollowUpRecord } from './read-follow-ups.ts';
import { readLinks } from './read-links.ts';
import { readCaseSettings } from './settings/read-settings.ts';
import { transitionsOf } from './status.rules.ts';

interface DetailRecord
  extends
    CaseRecord,
    Pick<
      ServiceCase,
      | 'description'
      | 'contactEmail'
      | 'contactPhone'
      | 'siteId'
      | 'segmentId'
      | 'contractId'
      | 'supplierId'
      | 'firstContactId'
      | 'firstContactName'
      | 'cause'
      | 'complaintKind'
      | 'remedy'
      | 'restricted'
      | 'anonymous'
      | 'language'
      | 'reopened'
      | 'mergedInto'
      | 'ratings'
    > {
  readonly firstRepliedAt: Date | null;
  readonly resolvedAt: Date | null;
  readonly closedAt: Date | null;
}

/** One case with everything that belongs to it. `condition` speaks of `c`; whether the caller may see the case is for whoever asks. */
export async function readCase(operation: Operation, condition: RawBuilder<unknown>): Promise<ServiceCase> {
  const record = await readRecord(operation, condition);
  const clocks = await readClocks(operation, record.id);
  const entries = await readEntries(operation, record.id);
  const links = await readLinks(operation, record.id);
  const followUps = await readFollowUps(operation, record.id);
  const { revision } = await readAgreementsInForce(operation);
  const { firstRepliedAt, resolvedAt, closedAt, countedWith: _, ...given } = record;
  const facts = { ...record, confirmed: confirmationOf(followUps, resolvedAt) };
  return {
    ...given,
    ...caseRowOf(record, { ...operation, revision }),
    ...contactOf(record, isMasked(operation.actor)),
    resolvedAt: resolvedAt?.toISOString() ?? null,
    closedAt: closedAt?.toISOString() ?? null,
    clocks,
    entries,
    links,
    loop: loopOf({ ...facts, firstRepliedAt, clocks, followUps, now: operation.now, limits: (await readCaseSettings(operation)).settings }),
    followUps,
    transitions: operation.actor.permissions.has('cases.write') ? transitionsOf(facts) : [],
    masked: isMasked(operation.actor),
    portalUrl: null,
  };
}

function contactOf(record: Pick<DetailRecord, 'contactName' | 'contactEmail' | 'contactPhone'>, masked: boolean) {
  const { contactName, contactEmail, contactPhone } = record;
  if (!masked) return { contactName, contactEmail, contactPhone };
  return { contactName: maskName(contactName), contactEmail: maskEmail(contactEmail), contactPhone: maskPhone(contactPhone) };
}

/** What the last contact since the solution said that reached somebody. An earlier solution proves nothing. */
export function confirmationOf(followUps: readonly FollowUpRecord[], resolvedAt: Date | null): 'solved' | 'not-solved' | null {
  const reached = followUps.filter(({ outcome }) => outcome === 'solved' || outcome === 'not-solved');
  const since = reached.filter(({ doneAt }) => doneAt !== null && resolvedAt !== null && new Date(doneAt) >= resolvedAt);
  const last = since.sort((a, b) => ((a.doneAt ?? '') < (b.doneAt ?? '') ? -1 : 1)).at(-1);
  if (last === undefined) return null;
  return last.outcome === 'solved' ? 'solved' : 'not-solved';
}

const ratingsOf = (orgId: string): RawBuilder<unknown> => sql`coalesce((
  select jsonb_agg(jsonb_build_object('at', r.at, 'resolution', r.resolution, 'value', r.value, 'comment', r.comment) order by r.resolution)
  from case_rating r where r.org_id = ${orgId} and r.case_id = c.id), '[]')`;

async function readRecord({ db, orgId }: Operation, condition: RawBuilder<unknown>): Promise<DetailRecord> {
  const { rows } = await sql<DetailRecord>`
    select ${caseColumns}, c.description, c.contact_email as "contactEmail", c.contact_phone as "contactPhone", c.site_id as "siteId",
      c.segment_id as "segmentId", c.contract_id as "contractId", c.supplier_id as "supplierId", c.first_contact_id as "firstContactId",
      f.name as "firstContactName", c.cause, c.complaint_kind as "complaintKind", c.remedy, c.restricted, c.anonymous, c.language,
      c.first_replied_at as "firstRepliedAt", c.resolved_at as "resolvedAt", c.closed_at as "closedAt", c.reopened, c.rating, ${ratingsOf(orgId)} as ratings,
      case when m.id is not null then jsonb_build_object('id', m.id, 'number', m.number) end as "mergedInto"
    from service_case c ${caseNames(orgId)}
    left join account f on f.org_id = ${orgId} and f.id = c.first_contact_id
    left join service_case m on m.org_id = ${orgId} and m.id = c.merged_into
    where c.org_id = ${orgId} and ${condition}`.execute(db);
  const [record] = rows;
  if (record === undefined) throw notFound('case');
  return record;
}
