import type { CaseEntry } from '@zhiheng/contract/cases/case';
import { m } from '../../../paraglide/messages.js';

export const entryKindWords = {
  note: m.cases_entry_note,
  reply: m.cases_entry_reply,
  message: m.cases_entry_message,
  change: m.cases_entry_change,
} as const satisfies Record<CaseEntry['kind'], () => string>;
