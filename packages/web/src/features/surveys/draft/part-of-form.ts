import type { Form } from '@zhiheng/forms/definition';

/** What is open in the builder, as the address writes it: `start`, `endings`, `measures`, `page:p1`, `question:q1`. */
export type PartOfForm = 'start' | 'endings' | 'measures' | `page:${string}` | `question:${string}`;

export const isPart = (value: string): value is PartOfForm => /^(start|endings|measures|(page|question):[a-z0-9_]+)$/.test(value);

const tops: Readonly<Record<string, PartOfForm>> = { endings: 'endings', measures: 'measures', groups: 'measures' };

/** The part in which a path such as `pages.0.questions.2.when` is edited. */
export function partAt(form: Form, path: string): PartOfForm {
  const [top = '', pageAt, inPage, questionAt] = path.split('.');
  if (top !== 'pages') return tops[top] ?? 'start';
  const page = form.pages[Number(pageAt)];
  if (page === undefined) return 'start';
  const question = inPage === 'questions' ? page.questions[Number(questionAt)] : undefined;
  return question === undefined ? `page:${page.key}` : `question:${question.key}`;
}

/** Whether the part is still there; a question may have been deleted since its address was written. */
export function isThere(form: Form, part: PartOfForm): boolean {
  const [kind, key] = part.split(':');
  if (kind === 'page') return form.pages.some((page) => page.key === key);
  if (kind === 'question') return form.pages.some((page) => page.questions.some((question) => question.key === key));
  return true;
}
