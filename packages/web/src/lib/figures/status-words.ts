import type { Figure } from '@zhiheng/contract/evaluation/scores';
import type { Grade } from '@zhiheng/contract/measurement/indicator';
import { m } from '../../paraglide/messages.js';

export type Status = Figure['status'];

export const statusWords: Readonly<Record<Status, () => string>> = {
  met: () => m.board_status_met(),
  near: () => m.board_status_near(),
  missed: () => m.board_status_missed(),
  unknown: () => m.board_status_unknown(),
};

/** The status of a figure; where nothing can be judged, why. */
export function statusWordOf({ status, value, target }: Pick<Figure, 'status' | 'value' | 'target'>): string {
  if (status !== 'unknown') return statusWords[status]();
  if (value === null) return m.board_not_measured();
  return target === null ? m.board_target_none() : statusWords.unknown();
}

export const statusTones = { met: 'good', near: 'near', missed: 'bad', unknown: 'idle' } as const satisfies Record<Status, string>;

export const gradeWords: Readonly<Record<Grade, () => string>> = {
  excellent: () => m.board_grade_excellent(),
  good: () => m.board_grade_good(),
  fair: () => m.board_grade_fair(),
  poor: () => m.board_grade_poor(),
  'very-poor': () => m.board_grade_very_poor(),
};
