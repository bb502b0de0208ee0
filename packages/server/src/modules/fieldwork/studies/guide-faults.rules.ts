import type { Form } from '@zhiheng/forms/definition';
import { reviewForm } from '@zhiheng/forms/review';
import type { FieldKind } from '@zhiheng/contract/fieldwork/fieldwork-kinds';

interface Fault {
  readonly path: string;
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number | boolean | null>>;
}

/** Kinds whose sessions are judged by a score. */
const isScored = (kind: FieldKind): boolean => kind === 'observation' || kind === 'mystery-visit';

/** What keeps a guide from being published: what keeps any form, files, which a sheet does not take, and a missing score. */
export function guideFaults(form: Form, kind: FieldKind): Fault[] {
  const files = form.pages.flatMap(({ questions }, page) =>
    questions.flatMap(({ type }, at) =>
      type === 'file' ? [{ path: `form.pages.${page}.questions.${at}.type`, code: 'sheet_takes_no_files' }] : [],
    ),
  );
  const unscored = isScored(kind) && scoreMeasure(form) === null ? [{ path: 'form.measures', code: 'guide_without_score' }] : [];
  const usual = reviewForm(form).map(({ path, code, params }) => ({ path: `form.${path}`, code: code.replaceAll('-', '_'), params }));
  return [...usual, ...files, ...unscored];
}

/** The measure that is the score of a sheet, from 0 to 100: the first index. */
export const scoreMeasure = ({ measures }: Pick<Form, 'measures'>): string | null =>
  measures.find(({ kind }) => kind === 'csi')?.key ?? null;
