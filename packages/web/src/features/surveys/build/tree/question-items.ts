import { showToast } from '../../../../lib/toast.ts';
import { m } from '../../../../paraglide/messages.js';
import { duplicateQuestion, moveQuestion, removeQuestion, spotOf, stepSpot } from '../../draft/form-edits.ts';
import type { Builder } from '../builder-context.ts';
import { pageWords, questionWords } from '../part-words.ts';

type Item = {
  readonly key: string;
  readonly label: string;
  readonly disabled?: boolean;
  readonly danger?: boolean;
  readonly onClick: () => void;
};

/** What can be done with a question: all that dragging does, and more. */
export function questionItems(builder: Builder, key: string): Item[] {
  const { form, language, change } = builder;
  const here = spotOf(form, key)?.page;
  const step = (by: -1 | 1) => {
    const spot = stepSpot(form, key, by);
    return { disabled: spot === null, onClick: () => (spot === null ? undefined : change(moveQuestion(form, key, spot))) };
  };
  const pages = form.pages.filter((page) => page.key !== here);
  return [
    { key: 'up', label: m.surveys_build_up(), ...step(-1) },
    { key: 'down', label: m.surveys_build_down(), ...step(1) },
    ...pages.map((page) => ({
      key: `page ${page.key}`,
      label: m.surveys_build_to_page({ page: pageWords(form, page, language) }),
      onClick: () => change(moveQuestion(form, key, { page: page.key, at: page.questions.length })),
    })),
    { key: 'duplicate', label: m.surveys_build_duplicate(), onClick: () => duplicate(builder, key) },
    { key: 'remove', label: m.surveys_build_remove(), danger: true, onClick: () => remove(builder, key) },
  ];
}

function duplicate({ form, change, open }: Builder, key: string): void {
  const copy = duplicateQuestion(form, key);
  change(copy.form);
  open(`question:${copy.key}`);
}

/** At once, with a way back. */
function remove({ form, language, change }: Builder, key: string): void {
  const name = questionWords(form, key, language);
  change(removeQuestion(form, key));
  showToast({
    ...{ tone: 'good', words: m.surveys_build_removed({ name }) },
    undo: { label: m.surveys_build_undo(), run: () => change(form) },
  });
}
