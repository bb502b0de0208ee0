import type { Clause } from '@zhiheng/contract/standards/standards';
import { invalid, invalidField } from '../../platform/errors.ts';
import type { Operation } from '../../platform/operation.ts';

/** Indicators that clauses name newly must be there; guides belong to a module above and are taken as they come. */
export async function checkIndicators({ db, orgId }: Operation, clauses: readonly Clause[], known: readonly Clause[]): Promise<void> {
  const standing = new Set(known.flatMap(({ indicators }) => indicators));
  const added = [...new Set(clauses.flatMap(({ indicators }) => indicators))].filter((code) => !standing.has(code));
  if (added.length === 0) return;
  const rows = await db
    .selectFrom('indicator')
    .select('code')
    .where('org_id', '=', orgId)
    .where('code', 'in', added)
    .where('deleted_at', 'is', null)
    .execute();
  const found = new Set(rows.map(({ code }) => code));
  const missing = clauses.flatMap((clause, at) =>
    clause.indicators.flatMap((code, place) =>
      added.includes(code) && !found.has(code)
        ? [{ path: `clauses.${at}.indicators.${place}`, code: 'unknown_indicator', params: { code } }]
        : [],
    ),
  );
  if (missing.length > 0) throw invalid(missing);
}

export async function checkServices({ db, orgId }: Operation, serviceIds: readonly string[], known: readonly string[]): Promise<void> {
  const added = serviceIds.filter((id) => !known.includes(id));
  if (added.length === 0) return;
  const rows = await db
    .selectFrom('service')
    .select('id')
    .where('org_id', '=', orgId)
    .where('id', 'in', added)
    .where('deleted_at', 'is', null)
    .execute();
  const missing = added.find((id) => !rows.some((row) => row.id === id));
  if (missing !== undefined) throw invalidField(`serviceIds.${serviceIds.indexOf(missing)}`, 'unknown_service');
}
