import type { Form, Question } from '@zhiheng/forms/definition';
import { joinedFields } from '@zhiheng/forms/review';
import { fieldsOf } from '@zhiheng/forms/fields';
import { questionsOf } from './form-edits.ts';

/** What publishing would change, of a question or of the rest of the form. */
export type FormChange =
  | { readonly kind: 'added' | 'removed' | 'changed' | 'moved'; readonly question: Question }
  | { readonly kind: 'part'; readonly part: 'texts' | 'pages' | 'endings' | 'measures' | 'languages' | 'given' };

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What is different between two forms, in the order of the newer; what was removed comes last. */
export function changesBetween(older: Form, newer: Form): readonly FormChange[] {
  const before = new Map(questionsOf(older).map((question) => [question.key, question]));
  const after = questionsOf(newer);
  const kept = new Set(after.map(({ key }) => key));
  const orderBefore = [...before.keys()].filter((key) => kept.has(key));
  const orderAfter = after.map(({ key }) => key).filter((key) => before.has(key));
  const asked = after.flatMap((question): FormChange[] => {
    const old = before.get(question.key);
    if (old === undefined) return [{ kind: 'added', question }];
    if (!same(old, question)) return [{ kind: 'changed', question }];
    return orderBefore.indexOf(question.key) === orderAfter.indexOf(question.key) ? [] : [{ kind: 'moved', question }];
  });
  const removed = [...before.values()].filter(({ key }) => !kept.has(key)).map((question): FormChange => ({ kind: 'removed', question }));
  return [...asked, ...removed, ...partChanges(older, newer)];
}

function partChanges(older: Form, newer: Form): readonly FormChange[] {
  const parts = {
    languages: ({ languages }: Form) => languages,
    texts: ({ title, intro, privacy, consent }: Form) => [title, intro, privacy, consent],
    pages: ({ pages }: Form) => pages.map(({ key, title, when }) => [key, title, when]),
    endings: ({ endings }: Form) => endings,
    measures: ({ measures, groups }: Form) => [measures, groups],
    given: ({ given }: Form) => given,
  } as const;
  return (Object.keys(parts) as (keyof typeof parts)[])
    .filter((part) => !same(parts[part](older), parts[part](newer)))
    .map((part) => ({ kind: 'part', part }));
}

/** Fields of the older form whose answers cannot be put together with those to come. */
export function brokenFields(older: Form, newer: Form): readonly string[] {
  const joined = new Set(joinedFields(older, newer).map(({ key }) => key));
  return fieldsOf(older)
    .map(({ key }) => key)
    .filter((key) => !joined.has(key));
}
