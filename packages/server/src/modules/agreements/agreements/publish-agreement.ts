import type { Agreement, publishAgreement as endpoint } from '@zhiheng/contract/agreements/agreements';
import type { AgreementDefinition } from '@zhiheng/contract/agreements/policy';
import type { Parsed } from '@zhiheng/contract/endpoint';
import { changedMeanwhile, conflict } from '../../../platform/errors.ts';
import type { Jobs } from '../../../platform/jobs/jobs.ts';
import type { Call } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { instantOf } from './instant-of.ts';
import { refuseFaults } from './refuse-faults.ts';
import { lockAgreement, readAgreement } from './select-agreements.ts';

/** The draft becomes the next version, unless it has a fault. Open cases are counted again by a job. */
export const publishAgreementWith =
  (jobs: Jobs) =>
  async (call: Call, { params, body }: Parsed<typeof endpoint>): Promise<Agreement> => {
    const agreement = await lockAgreement(call, params.id);
    if (body.revision !== agreement.revision) throw changedMeanwhile();
    if (agreement.draft === null) throw conflict('no_draft');
    const effectiveFrom = body.effectiveFrom === undefined ? call.now : instantOf(body.effectiveFrom, 'effectiveFrom');
    await refuseFaults(call, agreement, agreement.draft);
    const version = await writeNextVersion(call, params.id, { definition: agreement.draft, effectiveFrom });
    const entity = { kind: 'agreement', id: params.id, label: agreement.name.zh };
    const data = { version, effectiveFrom: effectiveFrom.toISOString() };
    await recordEvent(call, { type: 'agreement.published', entity, data });
    call.afterCommit(() => jobs.send('recount', { orgId: call.orgId }));
    return readAgreement(call, params.id);
  };

interface NextVersion {
  readonly definition: AgreementDefinition;
  readonly effectiveFrom: Date;
}

async function writeNextVersion({ db, orgId, actor, now }: Call, id: string, next: NextVersion): Promise<number> {
  const { version } = await db
    .updateTable('agreement')
    .set((eb) => ({ version: eb('version', '+', 1), revision: eb('revision', '+', 1), draft: null, updated_at: now }))
    .where('org_id', '=', orgId)
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow();
  const { definition, effectiveFrom } = next;
  await db
    .insertInto('agreement_version')
    .values({
      ...{ org_id: orgId, agreement_id: id, version, calendar_id: definition.calendarId, definition: JSON.stringify(definition) },
      ...{ effective_from: effectiveFrom, published_at: now, published_by: actor.accountId },
    })
    .execute();
  return version;
}
