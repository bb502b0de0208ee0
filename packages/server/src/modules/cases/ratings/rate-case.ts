import { sql } from 'kysely';
import type { rateByLink as endpoint } from '@zhiheng/contract/cases/ratings';
import type { Parsed } from '@zhiheng/contract/endpoint';
import { conflict } from '../../../platform/errors.ts';
import type { PublicCall } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { announceCase } from '../announce-case.ts';
import type { Opener } from '../case-number.ts';
import { lockCase, type CaseState } from '../case-state.ts';
import { observeCases } from '../observations/observe-cases.ts';
import { byLink } from '../portal/enter-portal.ts';
import { ratingRuleOf, readPortalSettings } from '../portal/portal-settings.ts';
import { planLowRatingContact } from './plan-low-rating-contact.ts';

interface Rating {
  readonly value: number;
  readonly comment: string;
}

export const rateByLink = (call: PublicCall, { params, body }: Pick<Parsed<typeof endpoint>, 'params' | 'body'>): Promise<{ ok: true }> =>
  byLink(call, params.token, async (operation, caseId) => {
    await rateCase(operation, await lockCase(operation, caseId), body);
    return { ok: true };
  });

/** What the customer thinks of this solution, once. A low rating becomes somebody's task. */
async function rateCase(operation: Opener, state: CaseState, { value, comment }: Rating): Promise<void> {
  const { db, orgId, now } = operation;
  const { id, number, type, status } = state;
  if (!['resolved', 'following-up', 'closed'].includes(status)) throw conflict('not_resolved', { status });
  const resolution = state.reopened + 1;
  const written = await sql`
    insert into case_rating (org_id, case_id, resolution, value, comment, at) values (${orgId}, ${id}, ${resolution}, ${value}, ${comment}, ${now})
    on conflict do nothing`.execute(db);
  if (written.numAffectedRows === 0n) throw conflict('rated_already');
  await sql`update service_case set rating = ${value} where org_id = ${orgId} and id = ${id}`.execute(db);
  await sql`update case_rating_request set next_at = null where org_id = ${orgId} and case_id = ${id}`.execute(db);
  await recordEvent(operation, { type: 'case.rated', entity: { kind: 'case', id, label: number }, data: { value, comment, resolution } });
  await observeCases(operation, [id]);
  const rule = ratingRuleOf(await readPortalSettings(operation), type);
  if (value <= rule.lowLimit) await planLowRatingContact(operation, state, rule.followUpDays);
  announceCase(operation, id);
}
