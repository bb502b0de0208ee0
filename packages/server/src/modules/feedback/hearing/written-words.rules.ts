import { unpackAnswers, type PackedAnswers } from '@zhiheng/forms/answers';
import type { Form, Question } from '@zhiheng/forms/definition';

interface Written {
  readonly field: string;
  readonly words: string;
}

const questionsOf = (form: Form): Question[] => form.pages.flatMap(({ questions }) => questions);

/** What was written in one's own words: neither addresses nor telephone numbers, nor what only completes a choice. */
export function writtenIn(form: Form, { rest }: Pick<PackedAnswers, 'rest'>): Written[] {
  return questionsOf(form).flatMap((question) => {
    if (question.type !== 'text' || question.kind !== 'words') return [];
    const words = rest[question.key];
    return typeof words === 'string' && words.trim() !== '' ? [{ field: question.key, words: words.trim() }] : [];
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
