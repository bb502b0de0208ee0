import { unpackAnswers, type PackedAnswers } from '@zhiheng/forms/answers';
import type { Form, Question } from '@zhiheng/forms/definition';

interface Written {
  readonly field: string;
  readonly words: string;
}

const questionsOf = (form: Form): Question[] => form.pages.flatMap(({ questions }) => questions);

/** Fields in which people write in their own words. */
export const writtenFields = (form: Form): string[] =>
  questionsOf(form).flatMap((question) => (question.type === 'text' && question.kind === 'words' ? [question.key] : []));

/** What was written in one's own words: neither addresses nor telephone numbers, nor what only completes a choice. */
export function writtenIn(form: Form, { rest }: Pick<PackedAnswers, 'rest'>): Written[] {
  return writtenFields(form).flatMap((field) => {
    const words = rest[field];
    return typeof words === 'string' && words.trim() !== '' ? [{ field, words: words.trim() }] : [];
  });
}

interface Headline {
  readonly score: number | null;
  readonly scoreMax: number | null;
}

/** The answer that says most about the whole: would they recommend, or else the first question on a scale. */
export function headlineOf(form: Form, packed: PackedAnswers): Headline {
  const questions = questionsOf(form);
  const asked = questions.find(({ type }) => type === 'nps') ?? questions.find(({ type }) => type === 'scale');
  const answer = asked === undefined ? undefined : unpackAnswers(form, packed)[asked.key];
  if (asked === undefined || typeof answer !== 'number') return { score: null, scoreMax: null };
  return { score: answer, scoreMax: asked.type === 'scale' ? asked.scale.max : 10 };
}
