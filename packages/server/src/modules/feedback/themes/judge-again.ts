import { sql, type RawBuilder } from 'kysely';
import type { Operation } from '../../../platform/operation.ts';
import { loadJudge } from './judge-text.ts';

const batch = 1000;

interface Standing {
  readonly id: string;
  readonly body: string;
}

/** Judges feedback once more where no person decided; `which` speaks of `f`. */
export async function judgeAgain(operation: Operation, which: RawBuilder<unknown>): Promise<void> {
  const judge = await loadJudge(operation);
  const { db, orgId } = operation;
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const { rows } = await sql<Standing>`
      select f.id, f.body from feedback f
      where f.org_id = ${orgId} and ${which} and (f.themes_by = 'rule' or f.polarity_by = 'model') and f.id > ${after} order by f.id limit ${batch}`.execute(
      db,
    );
    const last = rows.at(-1);
    if (last === undefined) return;
    const judged = JSON.stringify(rows.map(({ id, body }) => ({ id, ...judge(body) })));
    await sql`
      update feedback f set theme_ids = case when f.themes_by = 'rule' then r."themeIds" else f.theme_ids end,
        polarity = case when f.polarity_by = 'model' then r.polarity else f.polarity end,
        probability = case when f.polarity_by = 'model' then r.probability else f.probability end
      from jsonb_to_recordset(${judged}::jsonb) as r (id uuid, "themeIds" uuid[], polarity text, probability float8)
      where f.org_id = ${orgId} and f.id = r.id`.execute(db);
    after = last.id;
  }
}
