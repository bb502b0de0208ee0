import type { ClockMonth } from '@zhiheng/contract/cases/clock-months';
import { m } from '../../../paraglide/messages.js';
import type { Tone } from '../../../ui/status-badge.tsx';

export const monthStateWords = {
  open: m.reports_months_state_open,
  frozen: m.reports_months_state_frozen,
  restated: m.reports_months_state_restated,
  differs: m.reports_months_state_differs,
} as const satisfies Record<ClockMonth['state'], () => string>;

export const monthStateTones = {
  open: 'idle',
  frozen: 'good',
  restated: 'note',
  differs: 'near',
} as const satisfies Record<ClockMonth['state'], Tone>;
