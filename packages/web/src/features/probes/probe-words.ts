import type { ProbeReason, ProbeState } from '@zhiheng/contract/monitoring/probes';
import { m } from '../../paraglide/messages.js';
import type { Tone } from '../../ui/status-badge.tsx';

export const stateWords = {
  up: { tone: 'good', word: m.probes_state_up },
  down: { tone: 'bad', word: m.probes_state_down },
  unknown: { tone: 'idle', word: m.probes_state_unknown },
  late: { tone: 'near', word: m.probes_state_late },
  off: { tone: 'idle', word: m.probes_state_off },
} as const satisfies Record<ProbeState, { tone: Tone; word: () => string }>;

export const reasonWords = {
  ok: m.probes_reason_ok,
  'name-not-found': m.probes_reason_name,
  'refused-address': m.probes_reason_refused,
  'not-connected': m.probes_reason_connect,
  timeout: m.probes_reason_timeout,
  certificate: m.probes_reason_certificate,
  'wrong-status': m.probes_reason_status,
  'text-missing': m.probes_reason_text,
  'too-many-redirects': m.probes_reason_redirects,
  'no-http': m.probes_reason_no_http,
} as const satisfies Record<ProbeReason, () => string>;
