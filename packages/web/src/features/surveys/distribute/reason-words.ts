import { m } from '../../../paraglide/messages.js';

const words: Readonly<Record<string, () => string>> = {
  fatigue: m.surveys_reason_fatigue,
  'no-address': m.surveys_reason_no_address,
  'already-asked': m.surveys_reason_already_asked,
  declined: m.surveys_reason_declined,
  bounced: m.surveys_reason_bounced,
};

/** Why somebody was not asked. */
export const reasonWords = (reason: string): string => words[reason]?.() ?? reason;
