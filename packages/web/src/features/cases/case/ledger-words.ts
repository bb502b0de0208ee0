import { m } from '../../../paraglide/messages.js';
import type { LedgerClock } from '../cases.query.ts';

export const intervalWords = {
  running: m.cases_interval_running,
  'outside-hours': m.cases_interval_outside_hours,
  paused: m.cases_interval_paused,
  'held-by-others': m.cases_interval_held_by_others,
  excluded: m.cases_interval_excluded,
  stopped: m.cases_interval_stopped,
} as const satisfies Record<LedgerClock['intervals'][number]['kind'], () => string>;

export const stepWords = {
  fired: m.cases_step_fired,
  due: m.cases_step_due,
  held: m.cases_step_held,
  skipped: m.cases_step_skipped,
} as const satisfies Record<LedgerClock['steps'][number]['state'], () => string>;
