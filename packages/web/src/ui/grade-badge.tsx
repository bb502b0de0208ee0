import type { Grade } from '@zhiheng/contract/measurement/indicator';
import { gradeWords } from '../lib/figures/status-words.ts';
import { m } from '../paraglide/messages.js';
import { StatusBadge, type Tone } from './status-badge.tsx';

const tones = { excellent: 'good', good: 'good', fair: 'near', poor: 'bad', 'very-poor': 'bad' } as const satisfies Record<Grade, Tone>;

/** 优 / 良 / 中 / 差 / 很差; without enough coverage there is no grade. */
export function GradeBadge({ grade }: { readonly grade: Grade | null }) {
  if (grade === null) return <StatusBadge tone="idle">{m.board_grade_none()}</StatusBadge>;
  return <StatusBadge tone={tones[grade]}>{gradeWords[grade]()}</StatusBadge>;
}
