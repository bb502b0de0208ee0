import { m } from '../../../paraglide/messages.js';
import type { Signals } from '../reports.query.ts';

type Signal = Signals['signals'][number]['signal'];

export const signalWords = {
  'pauses-before-due': m.reports_sig_pauses_before_due,
  'close-and-reopen': m.reports_sig_close_and_reopen,
  'heaping-under-limit': m.reports_sig_heaping_under_limit,
  splitting: m.reports_sig_splitting,
} as const satisfies Record<Signal, () => string>;

export const signalTexts = {
  'pauses-before-due': m.reports_sig_pauses_before_due_text,
  'close-and-reopen': m.reports_sig_close_and_reopen_text,
  'heaping-under-limit': m.reports_sig_heaping_under_limit_text,
  splitting: m.reports_sig_splitting_text,
} as const satisfies Record<Signal, () => string>;
