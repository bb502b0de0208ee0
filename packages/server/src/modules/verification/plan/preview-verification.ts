import type { Parsed } from '@zhiheng/contract/endpoint';
import type { previewVerification as endpoint, VerificationOutlook } from '@zhiheng/contract/verification/verifications';
import type { Call } from '../../../platform/operation.ts';
import { composePlan } from './compose-plan.ts';
import { outlookOf } from './plan-outlook.rules.ts';

/** What a plan would show; stores nothing. */
export async function previewVerification(call: Call, { body }: Pick<Parsed<typeof endpoint>, 'body'>): Promise<VerificationOutlook> {
  return outlookOf(await composePlan(call, body));
}
