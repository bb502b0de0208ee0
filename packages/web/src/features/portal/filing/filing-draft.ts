import type { fileCase } from '@zhiheng/contract/cases/portal';
import type { CallInput } from '@zhiheng/contract/endpoint';
import type { CaseType } from '@zhiheng/contract/cases/case';
import { currentLocale } from '../../../lib/locale.ts';
import { m } from '../../../paraglide/messages.js';
import type { Portal } from './filing-page.tsx';

/** What somebody is filling in. */
export interface FilingDraft {
  readonly type: CaseType;
  readonly serviceId: string;
  readonly subject: string;
  readonly description: string;
  readonly contactName: string;
  readonly contactPhone: string;
  readonly contactEmail: string;
  readonly anonymous: boolean;
  readonly consent: boolean;
  /** no person sees this field */
  readonly website: string;
}

export const emptyDraft = ({ types }: Portal): FilingDraft => ({
  type: types[0] ?? 'question',
  serviceId: '',
  subject: '',
  description: '',
  contactName: '',
  contactPhone: '',
  contactEmail: '',
  anonymous: false,
  consent: false,
  website: '',
});

/** Only an adverse event can be reported without a name, and only where the house allows it. */
export const mayBeAnonymous = ({ anonymous }: Portal, { type }: FilingDraft): boolean => anonymous && type === 'adverse-event';
export const isAnonymous = (portal: Portal, draft: FilingDraft): boolean => mayBeAnonymous(portal, draft) && draft.anonymous;

/** What is missing, by field, before anything is sent. */
export function missingIn(portal: Portal, draft: FilingDraft): ReadonlyMap<string, string> {
  const named = portal.contactNeeded && !isAnonymous(portal, draft);
  return new Map([
    ...(draft.subject.trim() === '' ? [['subject', m.portal_subject_missing()] as const] : []),
    ...(named && draft.contactName.trim() === '' ? [['contactName', m.portal_name_missing()] as const] : []),
    ...(named && draft.contactPhone.trim() === '' && draft.contactEmail.trim() === ''
      ? [['contactPhone', m.portal_contact_help()] as const]
      : []),
    ...(draft.consent ? [] : [['consent', m.portal_consent_missing()] as const]),
  ]);
}

/** The same as the server takes it. */
export function bodyOf(portal: Portal, draft: FilingDraft, offerId: string | null): NonNullable<CallInput<typeof fileCase>['body']> {
  const anonymous = isAnonymous(portal, draft);
  const { contactName, contactPhone, contactEmail, serviceId, ...given } = draft;
  const contact = { contactName, contactPhone, contactEmail: contactEmail.trim() };
  return {
    ...given,
    ...(anonymous ? {} : contact),
    anonymous,
    consent: true,
    serviceId: serviceId === '' ? null : serviceId,
    language: currentLocale(),
    offerId,
  };
}
