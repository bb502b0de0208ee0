import type { Reply } from '@zhiheng/contract/endpoint';
import type { checkFormula } from '@zhiheng/contract/measurement/indicators';
import { m } from '../../paraglide/messages.js';

type Verdict = Reply<typeof checkFormula>;
type Params = Readonly<Record<string, string | number>>;

const flaws: Readonly<Record<string, (params: Params) => string>> = {
  formula_syntax: ({ at = '' }) => m.library_formula_syntax({ at }),
  formula_not_allowed: ({ what = '' }) => m.library_formula_not_allowed({ what }),
  formula_unknown_function: ({ name = '' }) => m.library_formula_unknown_function({ name }),
  formula_arguments: ({ name = '' }) => m.library_formula_arguments({ name }),
  unknown_indicator: ({ code = '' }) => m.library_formula_unknown_indicator({ code }),
  formula_circular: ({ code = '' }) => m.library_formula_circular({ code }),
};

/** What the check of a formula found, in words. */
export function formulaWords(verdict: Verdict): string {
  if (verdict.kind === 'valid')
    return verdict.uses.length === 0 ? m.library_formula_valid_none() : m.library_formula_valid({ uses: verdict.uses.join(', ') });
  return flaws[verdict.code]?.(verdict.params) ?? m.library_formula_invalid({ code: verdict.code });
}
