import type { Parsed } from '@zhiheng/contract/endpoint';
import type { createCase as endpoint } from '@zhiheng/contract/cases/cases';
import { givenFields } from '../../platform/changes-between.ts';
import { invalidField } from '../../platform/errors.ts';
import type { Call } from '../../platform/operation.ts';
import { checkNewCustom } from './fields/check-custom.ts';
import { completeDraft } from './complete-draft.ts';
import { emptyDraft, openCompleted, type OpenedCase } from './open-case.ts';

export async function createCase(call: Call, { body }: Parsed<typeof endpoint>): Promise<OpenedCase> {
  const { openedAt, ...given } = body;
  const at = openedAt === undefined ? call.now : new Date(openedAt);
  if (at > call.now) throw invalidField('openedAt', 'in_future');
  if (at.getTime() < Date.UTC(1990, 0)) throw invalidField('openedAt', 'too_long_ago');
  const draft = { ...emptyDraft, ...givenFields(given), type: body.type, subject: body.subject, openedAt: at };
  const completed = await completeDraft(call, draft);
  return openCompleted(call, draft, { ...completed, custom: checkNewCustom(completed.house.fields, draft) });
}
