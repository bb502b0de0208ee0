/** What was answered at one field: an option, words, a day; a number; a list of options or files. */
export type Answer = string | number | readonly string[];

/** What was answered, by field. A field that is not there, and one that holds no words or an empty list, is not answered. */
export type Answers = Readonly<Record<string, Answer>>;

/** What was known before the first question, by key. */
export type Given = Readonly<Record<string, string>>;

/** The answer of a scale field that does not apply. */
export const notApplicable = 'na';

/**
 * What a record holds at a key; null when that is nothing: not there, blank words, an empty list,
 * or no answer at all.
 * @example answerAt({ q: 3 }, 'q') // 3
 * @example answerAt({ q: ' ' }, 'q') // null
 * @example answerAt({}, 'constructor') // null
 */
export function answerAt(answers: Answers, key: string): Answer | null {
  const answer = Object.hasOwn(answers, key) ? answers[key] : undefined;
  if (typeof answer === 'string') return answer.trim() === '' ? null : answer;
  if (typeof answer === 'number') return answer;
  return Array.isArray(answer) && answer.length > 0 ? answer : null;
}

/**
 * The number answered at a field; null when there is none, also for "not applicable".
 * @example numberAt({ q: 3 }, 'q') // 3
 * @example numberAt({ q: 'na' }, 'q') // null
 */
export function numberAt(answers: Answers, field: string): number | null {
  const answer = answerAt(answers, field);
  return typeof answer === 'number' && Number.isFinite(answer) ? answer : null;
}
