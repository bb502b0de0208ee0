import { check } from '@zhiheng/forms/answers';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { enterResponse as endpoint } from '@zhiheng/contract/surveys/responses';
import { conflict, invalid, invalidField } from '../../../platform/errors.ts';
import { hashOf } from '../../../platform/identifier.ts';
import type { Call } from '../../../platform/operation.ts';
import { faultsOf } from '../runs/answer-faults.ts';
import { demandOpen } from '../runs/door-of.ts';
import { findWay } from '../runs/find-way.ts';
import { givenOn } from '../runs/open-run.ts';
import { QuotaFull, storeAnswer } from '../runs/store-answer.ts';
import { languageOf } from '../runs/submit-run.ts';
import { findVersion } from '../versions/form-of-version.ts';

/** Answers that somebody gives on the telephone, entered by whoever asks. */
export async function enterResponse(
  call: Call,
  { params, body }: Pick<Parsed<typeof endpoint>, 'params' | 'body'>,
): Promise<Reply<typeof endpoint>> {
  const { answers, invitationId, customerId, seconds } = body;
  const way = await findWay(call, { distributionId: params.id, invitationId });
  demandOpen(way, call.now);
  if (customerId !== null) await demandCustomer(call, customerId);
  const version = await findVersion(call, way.surveyId, body.versionId);
  const faults = check(version.form, answers, givenOn(way), { complete: true });
  if (faults.length > 0) throw invalid(faultsOf(faults));
  const trace = { seconds, pages: [], pasted: 0, device: '' };
  const submission = { version, answers, language: languageOf(version, body.language), resume: hashOf(body.resume), trace, customerId };
  try {
    const { state } = await storeAnswer(call, way, submission);
    return { state };
  } catch (error) {
    // Inside the call's own transaction nothing may stay behind, so that it is refused.
    if (error instanceof QuotaFull) throw conflict('survey_takes_no_answers', { reason: 'quota-full' });
    throw error;
  }
}

async function demandCustomer({ db, orgId }: Call, id: string): Promise<void> {
  const found = await db
    .selectFrom('customer')
    .select('id')
    .where('org_id', '=', orgId)
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  if (found === undefined) throw invalidField('customerId', 'unknown_customer');
}
