import { sql } from 'kysely';
import type { Figures, Month, Restatement } from '@zhiheng/sla-clock/month';
import type { Operation } from '../../../platform/operation.ts';
import { secondsOf } from '../clock-rows.rules.ts';
import type { StoredMonth } from './clock-month.rules.ts';

interface Row {
  readonly month: Month;
  readonly zone: string;
  readonly version: number;
  readonly figures: Figures;
  readonly closedAt: Date;
  readonly closedBy: string | null;
  readonly restatements: (Omit<Restatement, 'at' | 'by'> & { readonly at: string; readonly by: string | null })[];
}

/** Who is not there any more, or was a program. */
const nobody = '—';

/** Closed months of an agreement with their corrections. */
export async function readStoredMonths({ db, orgId }: Operation, agreementId: string): Promise<ReadonlyMap<Month, StoredMonth>> {
  const { rows } = await sql<Row>`
    select m.month, m.zone, m.version, m.figures, m.closed_at as "closedAt", coalesce(a.name, k.name) as "closedBy",
      coalesce((select jsonb_agg(jsonb_build_object('number', r.number, 'at', r.at, 'by', coalesce(b.name, n.name), 'reason', r.reason, 'deltas', r.deltas)
          order by r.number)
        from clock_month_restatement r
        left join account b on b.org_id = ${orgId} and b.id = r.restated_by
        left join api_key n on n.org_id = ${orgId} and n.id = r.restated_by
        where r.org_id = ${orgId} and r.agreement_id = ${agreementId} and r.month = m.month), '[]') as restatements
    from clock_month m
    left join account a on a.org_id = ${orgId} and a.id = m.closed_by
    left join api_key k on k.org_id = ${orgId} and k.id = m.closed_by
    where m.org_id = ${orgId} and m.agreement_id = ${agreementId}`.execute(db);
  return new Map(rows.map((row) => [row.month, storedOf(row)]));
}

function storedOf({ month, zone, version, figures, closedAt, closedBy, restatements }: Row): StoredMonth {
  return {
    version,
    snapshot: { month, zone, frozenAt: secondsOf(closedAt), frozenBy: closedBy ?? nobody, versions: {}, figures },
    restatements: restatements.map(({ at, by, ...rest }) => ({ ...rest, at: secondsOf(new Date(at)), by: by ?? nobody })),
  };
}
