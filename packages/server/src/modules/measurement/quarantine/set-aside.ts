import { sql } from 'kysely';
import { newId } from '../../../platform/identifier.ts';
import type { Operation } from '../../../platform/operation.ts';
import type { RejectedRow } from '../incoming-rows.ts';

interface Aside {
  readonly batchId: string | null;
  readonly sourceId: string;
  readonly importId: string | null;
  readonly state: 'open' | 'dry-run';
  readonly rows: readonly RejectedRow[];
}

/** Keeps rows that could not be stored, with the reason and all that they said. */
export async function setAside({ db, orgId }: Operation, aside: Aside): Promise<void> {
  for (let from = 0; from < aside.rows.length; from += 5000) {
    const rows = aside.rows.slice(from, from + 5000).map((row) => ({
      id: newId(),
      line: row.line,
      indicator_code: row.indicator?.slice(0, 200) ?? null,
      reason: row.reason,
      params: row.params,
      input: row.row ?? null,
      raw: row.raw,
    }));
    await sql`insert into quarantine (org_id, id, source_id, import_id, batch_id, line, indicator_code, reason, params, input, raw, state)
      select ${orgId}::uuid, id, ${aside.sourceId}::uuid, ${aside.importId}::uuid, ${aside.batchId}::uuid, line, indicator_code, reason, params,
        coalesce(input, 'null'::jsonb), raw, ${aside.state}
      from jsonb_to_recordset(${json(rows)}::jsonb)
        as r (id uuid, line int4, indicator_code text, reason text, params jsonb, input jsonb, raw jsonb)`.execute(db);
  }
}

/** PostgreSQL stores no zero characters: they are dropped, like the lone surrogates that no text may hold. */
const json = (rows: unknown): string =>
  JSON.stringify(rows).replaceAll(/\\u0000|\\ud[89ab][0-9a-f]{2}(?!\\ud[c-f])|(?<!\\ud[89ab][0-9a-f]{2})\\ud[c-f][0-9a-f]{2}/gi, '');
