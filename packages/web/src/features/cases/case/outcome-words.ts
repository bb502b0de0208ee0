import type { followUp } from '@zhiheng/contract/cases/case';
import type { z } from 'zod';
import { m } from '../../../paraglide/messages.js';
import type { Tone } from '../../../ui/status-badge.tsx';

export type Outcome = NonNullable<z.infer<typeof followUp>['outcome']>;

export const outcomeWords = {
  solved: m.cases_outcome_solved,
  'not-solved': m.cases_outcome_not_solved,
  'not-reached': m.cases_outcome_not_reached,
} as const satisfies Record<Outcome, () => string>;

export const outcomeTones = { solved: 'good', 'not-solved': 'bad', 'not-reached': 'near' } as const satisfies Record<Outcome, Tone>;
