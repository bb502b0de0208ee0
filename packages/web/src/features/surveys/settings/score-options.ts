import type { Form } from '@zhiheng/forms/definition';
import { anyWords } from '../draft/form-texts.ts';

/** A score that one person has: a measure, or a part of one. */
export interface ScoreOption {
  readonly value: string;
  readonly label: string;
  readonly measure: string;
  readonly part: string | null;
}

/** Kinds that say something about one answer alone. */
const scoring = new Set(['mean', 'sum', 'csat', 'nps', 'ces', 'csi', 'servqual', 'servperf', 'grades']);

/** What a form scores of each person. */
export function scoreOptions(form: Form, language: string): readonly ScoreOption[] {
  return form.measures.flatMap((measure) => {
    if (!scoring.has(measure.kind)) return [];
    const { key } = measure;
    const name = anyWords(measure.name, language) || key;
    const parts = 'dimensions' in measure ? measure.dimensions : [];
    return [
      { value: key, label: name, measure: key, part: null },
      ...parts.map((part) => ({
        value: `${key}.${part.key}`,
        label: `${name} · ${anyWords(part.name, language) || part.key}`,
        measure: key,
        part: part.key,
      })),
    ];
  });
}
