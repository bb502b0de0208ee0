import { check } from '@zhiheng/forms/answers';
import { fieldsOf } from '@zhiheng/forms/fields';
import { consentField, type RunnerFault } from './runner-state.ts';
import type { View } from './view.ts';

/** All that keeps the answers from being submitted, by page: null stands for the consent, which is asked before the first. */
export function faultsOf(view: View): readonly { readonly page: string | null; readonly fault: RunnerFault }[] {
  const { form, shown, state } = view;
  const asked = form.consent && !state.consent ? [{ page: null, fault: { field: consentField, code: 'required', params: {} } }] : [];
  const found = check(form, shown.answers, state.run.given, { complete: true });
  return [...asked, ...found.map((fault) => ({ page: pageOf(view, fault.field), fault }))];
}

/** What keeps this page from being left. */
export function faultsHere(view: View): readonly RunnerFault[] {
  return faultsOf(view)
    .filter(({ page }) => page === (view.page?.key ?? null) || (page === null && view.pageAt === 0))
    .map(({ fault }) => fault);
}

/** Faults that were shown and are still there, as they are now. */
export function faultsLeft(view: View): readonly RunnerFault[] {
  const shown = new Set(view.state.faults.map(({ field }) => field));
  return shown.size === 0
    ? []
    : faultsOf(view)
        .map(({ fault }) => fault)
        .filter(({ field }) => shown.has(field));
}

export const questionKeyOf = ({ form }: Pick<View, 'form'>, field: string): string =>
  fieldsOf(form).find(({ key }) => key === field)?.question ?? field;

function pageOf(view: View, field: string): string | null {
  const question = questionKeyOf(view, field);
  return view.form.pages.find((page) => page.questions.some(({ key }) => key === question))?.key ?? null;
}
