import type { Simulation } from '@zhiheng/contract/cases/simulation';
import { m } from '../../../paraglide/messages.js';
import type { Tone } from '../../../ui/status-badge.tsx';

export const stateWords = {
  queued: m.reports_sim_state_queued,
  running: m.reports_sim_state_running,
  done: m.reports_sim_state_done,
  failed: m.reports_sim_state_failed,
  cancelled: m.reports_sim_state_cancelled,
} as const satisfies Record<Simulation['state'], () => string>;

export const stateTones = {
  queued: 'idle',
  running: 'note',
  done: 'good',
  failed: 'bad',
  cancelled: 'idle',
} as const satisfies Record<Simulation['state'], Tone>;
