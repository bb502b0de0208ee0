import { sql } from 'kysely';
import { invalidField } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { FormulaError, parseFormula } from '../formula.rules.ts';

type Scope = Pick<Operation, 'db' | 'orgId'>;

export interface CheckedFormula {
  readonly kind: 'valid';
  readonly uses: string[];
}
export interface FormulaFlaw {
  readonly kind: 'invalid';
  readonly code: string;
  readonly params: Record<string, string | number>;
}

/** What each formula indicator reads, by code. */
export async function formulaUses({ db, orgId }: Scope): Promise<Map<string, readonly string[]>> {
  const rows = await db
    .selectFrom('indicator')
    .select(['code', 'formula'])
    .where('org_id', '=', orgId)
    .where('deleted_at', 'is', null)
    .execute();
  return new Map(rows.map((row) => [row.code, row.formula === null ? [] : parseFormula(row.formula).uses]));
}

/** Reads a formula as that of the indicator `code` (which may be new): it must parse, read what is there, and not lead back to itself. */
export async function examineFormula(scope: Scope, text: string, code: string | undefined): Promise<CheckedFormula | FormulaFlaw> {
  const parsed = parsedOrFlaw(text);
  if (parsed.kind === 'invalid') return parsed;
  const known = await formulaUses(scope);
  const unknown = parsed.uses.find((used) => used !== code && !known.has(used));
  if (unknown !== undefined) return { kind: 'invalid', code: 'unknown_indicator', params: { code: unknown } };
  const way = code === undefined ? null : wayBack(parsed.uses, code, known);
  return way === null ? parsed : { kind: 'invalid', code: 'formula_circular', params: { code: way } };
}

/** What changes the net of formulas follows each other until the transaction ends, so that two together make no circle and no gap. */
export async function lockFormulas({ db, orgId }: Scope): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`formulas:${orgId}`}, 0))`.execute(db);
}

/** Throws what `examineFormula` found. */
export async function demandFormula(scope: Scope, text: string, code: string): Promise<void> {
  await lockFormulas(scope);
  const examined = await examineFormula(scope, text, code);
  if (examined.kind === 'invalid') throw invalidField('formula', examined.code, examined.params);
}

function parsedOrFlaw(text: string): CheckedFormula | FormulaFlaw {
  try {
    return { kind: 'valid', uses: [...parseFormula(text).uses] };
  } catch (error) {
    if (error instanceof FormulaError) return { kind: 'invalid', code: error.code, params: { ...error.params } };
    throw error;
  }
}

/** The indicator among `uses` over which the formula comes back to `code`. */
function wayBack(uses: readonly string[], code: string, known: ReadonlyMap<string, readonly string[]>): string | null {
  return uses.find((used) => used === code || reaches(used, code, known)) ?? null;
}

function reaches(from: string, code: string, known: ReadonlyMap<string, readonly string[]>): boolean {
  const waiting = [from];
  const seen = new Set<string>();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === code) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    waiting.push(...(known.get(next) ?? []));
  }
  return false;
}
