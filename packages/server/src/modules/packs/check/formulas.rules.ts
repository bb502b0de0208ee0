import type { PackIndicator } from '@zhiheng/contract/packs/pack-file';
import { FormulaError, parseFormula } from '../../measurement/index.ts';
import type { Flaw } from '../mistake.ts';
import { codesOf, reference } from './references.rules.ts';

const file = 'indicators.yaml';

/** Formulas must parse, read indicators of this pack only, and never lead back to themselves. */
export function checkFormulas(indicators: readonly PackIndicator[]): Flaw[] {
  const known = { kind: 'indicator', codes: codesOf(indicators) } as const;
  const uses = new Map<string, readonly string[]>();
  const broken = indicators.flatMap((indicator, index): Flaw[] => {
    if (indicator.formula === undefined) return [];
    const place = { file, path: ['indicators', index, 'formula'] };
    const parsed = read(indicator.formula);
    if (parsed instanceof FormulaError) return [{ ...place, code: parsed.code, params: parsed.params }];
    uses.set(indicator.code, parsed);
    return parsed.flatMap((code) => reference(place, code, known));
  });
  const circular = indicators.flatMap((indicator, index): Flaw[] => {
    if (!reaches(indicator.code, uses)) return [];
    return [{ file, path: ['indicators', index, 'formula'], code: 'formula_circular', params: { code: indicator.code } }];
  });
  return [...broken, ...circular];
}

function read(text: string): readonly string[] | FormulaError {
  try {
    return parseFormula(text).uses;
  } catch (error) {
    if (error instanceof FormulaError) return error;
    throw error;
  }
}

/** Whether an indicator is reached again from what its formula reads. */
function reaches(code: string, uses: ReadonlyMap<string, readonly string[]>): boolean {
  const waiting = [...(uses.get(code) ?? [])];
  const seen = new Set<string>();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === code) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    waiting.push(...(uses.get(next) ?? []));
  }
  return false;
}
