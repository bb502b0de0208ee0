import type { MailFailure, MailSettings, QuarantineReason, ReceivedMail, SentMail, TemplateKind } from '@zhiheng/contract/mail/mail';
import type { CaseType } from '@zhiheng/contract/cases/case';
import { m } from '../../paraglide/messages.js';
import type { Tone } from '../../ui/status-badge.tsx';

type Words<K extends string> = Readonly<Record<K, () => string>>;
type Badges<K extends string> = Readonly<Record<K, { readonly tone: Tone; readonly word: () => string }>>;

/** What went wrong and what to do about it. */
export const failureWords: Words<MailFailure> = {
  host_not_found: m.mail_failure_host_not_found,
  connection_refused: m.mail_failure_connection_refused,
  connection_lost: m.mail_failure_connection_lost,
  timed_out: m.mail_failure_timed_out,
  certificate: m.mail_failure_certificate,
  no_encryption: m.mail_failure_no_encryption,
  login_refused: m.mail_failure_login_refused,
  folder_missing: m.mail_failure_folder_missing,
  recipient_refused: m.mail_failure_recipient_refused,
  message_refused: m.mail_failure_message_refused,
  bounced: m.mail_failure_bounced,
  password_lost: m.mail_failure_password_lost,
};

export const reasonWords: Words<QuarantineReason> = {
  unreadable: m.mail_reason_unreadable,
  'too-large': m.mail_reason_too_large,
  'no-sender': m.mail_reason_no_sender,
  'own-address': m.mail_reason_own_address,
  'auto-reply': m.mail_reason_auto_reply,
  'too-many': m.mail_reason_too_many,
  'unknown-bounce': m.mail_reason_unknown_bounce,
  fault: m.mail_reason_fault,
};

export const outcomeBadges: Badges<ReceivedMail['outcome']> = {
  case: { tone: 'good', word: m.mail_outcome_case },
  message: { tone: 'good', word: m.mail_outcome_message },
  bounce: { tone: 'note', word: m.mail_outcome_bounce },
  quarantined: { tone: 'near', word: m.mail_outcome_quarantined },
  dismissed: { tone: 'idle', word: m.mail_outcome_dismissed },
};

export const stateBadges: Badges<SentMail['state']> = {
  waiting: { tone: 'near', word: m.mail_state_waiting },
  sent: { tone: 'good', word: m.mail_state_sent },
  failed: { tone: 'bad', word: m.mail_state_failed },
};

export const kindWords: Words<SentMail['kind']> = {
  reply: m.mail_kind_reply,
  confirmation: m.mail_kind_confirmation,
  notice: m.mail_kind_notice,
};

export const templateWords: Words<TemplateKind> = { confirmation: m.mail_kind_confirmation, reply: m.mail_kind_reply };

export const securityWords: Words<NonNullable<MailSettings['outgoing']>['security']> = {
  tls: m.mail_security_tls,
  starttls: m.mail_security_starttls,
  none: m.mail_security_none,
};

export const caseTypeWords: Words<CaseType> = {
  incident: m.cases_type_incident,
  request: m.cases_type_request,
  question: m.cases_type_question,
  complaint: m.cases_type_complaint,
  'adverse-event': m.cases_type_adverse_event,
  praise: m.cases_type_praise,
};
