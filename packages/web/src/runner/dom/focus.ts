import { questionKeyOf } from '../page-faults.ts';
import type { View } from '../view.ts';

const usable = 'input:not([disabled]), select, textarea, button:not([disabled])';

/** Brings whoever has to change something to the place. */
export function focusFault(root: Element, field: string, view: View): void {
  const row = [...root.querySelectorAll('[data-key]')].find((one) => one.getAttribute('data-key') === field);
  const key = questionKeyOf(view, field);
  const question = [...root.querySelectorAll('[data-question]')].find((one) => one.getAttribute('data-question') === key);
  const place = row ?? question;
  place?.scrollIntoView({ block: 'center' });
  place?.querySelector<HTMLElement>(usable)?.focus({ preventScroll: true });
}

/** What a reader hears first on a page that has just come. */
export function focusHeading(root: Element): void {
  root.querySelector<HTMLElement>('[tabindex="-1"]')?.focus({ preventScroll: true });
}
