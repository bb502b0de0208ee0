import type { LocalText } from '@zhiheng/contract/values/text';
import type { FormText } from '@zhiheng/forms/definition';

/** Words of a form in the two languages of the house; what a form does not say in one is shown as it says it in the other. */
export function localTextOf(words: FormText): LocalText {
  const any = Object.values(words)[0] ?? '';
  return { zh: words.zh ?? words.en ?? any, en: words.en ?? words.zh ?? any };
}
