import type { CaseType } from '@zhiheng/contract/cases/case';
import type { CaseField, CaseFieldKind } from '@zhiheng/contract/cases/fields';
import type { LocalText } from '@zhiheng/contract/values/text';
import { codeFromName } from '../../../../lib/code-from-name.ts';

export interface FieldValues {
  readonly name: LocalText;
  readonly code: string;
  readonly kind: CaseFieldKind;
  readonly types: CaseType[];
  readonly options?: readonly OptionValues[];
  readonly help: { readonly zh?: string; readonly en?: string };
  readonly required: boolean;
  readonly listed: boolean;
}
interface OptionValues {
  /** of an option that was there before */
  readonly code?: string;
  readonly name: LocalText;
}

const none = { zh: '', en: '' };
const blank: FieldValues = {
  ...{ name: none, code: '', kind: 'text', types: [], help: none, required: false, listed: false },
  options: [{ name: none }, { name: none }],
};

export const valuesOf = (field: CaseField | null): FieldValues => field ?? blank;

/** What is sent. Options keep their codes, so that renaming one changes no case; a new one gets the code of its English name. */
export function bodyOf({ name, types, options = [], help, required, listed, kind }: FieldValues) {
  const chosen = kind === 'choice' || kind === 'several' ? codedOptions(options) : [];
  return { name, types, options: chosen, help: { zh: help.zh ?? '', en: help.en ?? '' }, required, listed };
}

function codedOptions(options: readonly OptionValues[]): CaseField['options'] {
  const taken = new Set(options.flatMap(({ code }) => code ?? []));
  return options.map(({ code, name }) => {
    if (code !== undefined) return { code, name };
    const wanted = codeFromName(name.en, '-').slice(0, 58) || 'option';
    let free = wanted;
    for (let n = 2; taken.has(free); n += 1) free = `${wanted}-${n}`;
    taken.add(free);
    return { code: free, name };
  });
}
