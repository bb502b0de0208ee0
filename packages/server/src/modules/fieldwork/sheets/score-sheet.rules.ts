import { score, type Answers } from '@zhiheng/forms/answers';
import type { Form } from '@zhiheng/forms/definition';
import { scoreMeasure } from '../studies/guide-faults.rules.ts';

/** What a submitted sheet says: by measure, or measure.part, and from 0 to 100 as a whole. */
export interface SheetScores {
  readonly scores: Readonly<Record<string, number>>;
  /** null: the guide has no score, or nothing that counts for it was answered */
  readonly score: number | null;
}

export function scoreSheet(form: Form, answers: Answers): SheetScores {
  const scores = Object.fromEntries(
    score(form, answers).map(({ measure, part, value }) => [part === null ? measure : `${measure}.${part}`, value]),
  );
  const measure = scoreMeasure(form);
  return { scores, score: measure === null ? null : (scores[measure] ?? null) };
}
