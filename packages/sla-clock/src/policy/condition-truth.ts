import type { Condition, FieldValue } from './condition.ts';
import type { CaseFacts } from './holds.ts';

/** All that a field may hold, for the fields of which that is known. Of the others, one more value stands for all that the conditions do not name. */
export type Vocabulary = Readonly<Record<string, readonly FieldValue[]>>;

/** Beyond so many different cases a relation between conditions is left undecided. */
const mostCases = 1 << 16;

/** Stands for every value of a field that no condition names. No field holds it. */
const anyOther = '\u0000any other value';

/** A thing that a condition asks: the value of a field, or whether something happened or changed at the save. */
interface Question {
  readonly word: string;
  readonly kind: 'is' | 'happened' | 'changed';
  readonly answers: readonly FieldValue[];
}

/**
 * Whether some case fulfils `wanted`, tried over every case that the conditions can tell apart: all values they name for each field and one for the rest, and everything that may
 * have happened or changed. Null when there are more than 65 536 such cases.
 * @example isPossible([always], { vocabulary: {}, wanted: (facts) => !holds(always, facts) }) // false
 */
export function isPossible(
  conditions: readonly Condition[],
  { vocabulary, wanted }: { readonly vocabulary: Vocabulary; readonly wanted: (facts: CaseFacts) => boolean },
): boolean | null {
  const questions = questionsOf(conditions, vocabulary);
  const count = questions.reduce((product, { answers }) => product * answers.length, 1);
  if (count > mostCases) return null;
  for (let number = 0; number < count; number++) if (wanted(caseOf(questions, number))) return true;
  return false;
}

function questionsOf(conditions: readonly Condition[], vocabulary: Vocabulary): Question[] {
  const named = new Map<string, Set<FieldValue>>();
  const moments = new Map<string, Question>();
  for (const atom of conditions.flatMap(atoms)) {
    if (atom.kind === 'is') named.set(atom.field, new Set([...(named.get(atom.field) ?? []), ...atom.values]));
    if (atom.kind === 'happened') moments.set(`happened ${atom.what}`, { word: atom.what, kind: 'happened', answers: [false, true] });
    if (atom.kind === 'changed') moments.set(`changed ${atom.field}`, { word: atom.field, kind: 'changed', answers: [false, true] });
  }
  const fields = [...named].map(([word, values]): Question => ({ word, kind: 'is', answers: vocabulary[word] ?? [...values, anyOther] }));
  return [...fields, ...moments.values()];
}

function atoms(condition: Condition): Condition[] {
  if (condition.kind === 'not') return atoms(condition.condition);
  if (condition.kind === 'all' || condition.kind === 'any') return condition.conditions.flatMap(atoms);
  return [condition];
}

/** The case with this number, its answers being the digits of the number. */
function caseOf(questions: readonly Question[], number: number): CaseFacts {
  const values = new Map<string, FieldValue>();
  const said = { happened: new Set<string>(), changed: new Set<string>() };
  let rest = number;
  for (const { word, kind, answers } of questions) {
    const answer = answers[rest % answers.length] ?? null;
    rest = Math.floor(rest / answers.length);
    if (kind === 'is') values.set(word, answer);
    else if (answer === true) said[kind].add(word);
  }
  return { fieldValue: (field) => values.get(field) ?? null, occurrences: said.happened, changed: said.changed };
}
