import type { createCase } from '@zhiheng/contract/cases/cases';
import type { CaseField } from '@zhiheng/contract/cases/fields';
import type { CallInput } from '@zhiheng/contract/endpoint';
import { askedFields } from '../custom/custom-fields.query.ts';
import { isLooped } from '../fields/case-fields.tsx';
import { changedValues, emptyCase, type CaseValues } from '../fields/case-values.ts';
import type { Channel } from '../words/case-words.ts';

export interface NewCaseValues extends CaseValues {
  readonly channel: Channel;
  readonly anonymous: boolean;
}

/** What was filled in, and nothing else: what is left out the server knows better. An anonymous report names nobody. */
export function bodyOf(values: NewCaseValues): NonNullable<CallInput<typeof createCase>['body']> {
  const { type, channel, priority, subject } = values;
  const filled = changedValues(emptyCase, values);
  const anonymous = type === 'adverse-event' && values.anonymous;
  const hidden = [
    ...(anonymous ? (['customerId', 'contactName', 'contactPhone', 'contactEmail'] as const) : []),
    ...(isLooped(type) ? [] : (['complaintKind', 'cause', 'severity'] as const)),
  ];
  const shown = Object.fromEntries(Object.entries(filled).filter(([field]) => !hidden.some((one) => one === field)));
  return { ...shown, type, channel, priority, subject, anonymous };
}

/** Values of fields that cases of another type have are left behind when the type is changed. */
export function onlyAsked(values: NewCaseValues, fields: readonly CaseField[]): NewCaseValues {
  const asked = askedFields(fields, values.type);
  return {
    ...values,
    custom: Object.fromEntries(Object.entries(values.custom).filter(([code]) => asked.some((field) => field.code === code))),
  };
}
