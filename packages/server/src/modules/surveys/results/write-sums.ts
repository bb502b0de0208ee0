import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/in-organisation.ts';
import { addSums, decodeSums, encodeSums, subtractSums } from './sums/sum-plan.rules.ts';
import { keyOfRow, type SumRow } from './tally.rules.ts';

interface Place {
  readonly db: Tx;
  readonly orgId: string;
}

/** Rows of sums by the survey that they belong to. */
interface SurveyRows {
  readonly surveyId: string;
  readonly rows: readonly SumRow[];
}

const atOnce = 200;

/** Adds to what is stored. Whoever writes holds the lock of the fold. */
export const addToStored = (place: Place, more: SurveyRows): Promise<void> => change(place, more, { sign: 1, merge: addSums });

/** Takes away from what is stored; sums of nobody are removed. */
export const takeFromStored = (place: Place, less: SurveyRows): Promise<void> => change(place, less, { sign: -1, merge: subtractSums });

interface Change {
  readonly sign: 1 | -1;
  readonly merge: (stored: Float64Array, by: Float64Array) => void;
}

async function change(place: Place, { surveyId, rows }: SurveyRows, { sign, merge }: Change): Promise<void> {
  for (let from = 0; from < rows.length; from += atOnce) {
    const some = rows.slice(from, from + atOnce);
    const stored = await readStored(place, surveyId, some);
    const changed = some.map((row) => {
      const before = stored.get(keyOfRow(row)) ?? { n: 0, numbers: new Float64Array(row.numbers.length) };
      merge(before.numbers, row.numbers);
      return { ...row, n: before.n + sign * row.n, numbers: before.numbers };
    });
    await put(
      place,
      surveyId,
      changed.filter(({ n }) => n > 0),
    );
    await remove(
      place,
      surveyId,
      changed.filter(({ n }) => n === 0),
    );
  }
}

const columnsOf = (
  rows: readonly SumRow[],
) => sql`unnest(${rows.map(({ versionId }) => versionId)}::uuid[], ${rows.map(({ scope }) => scope)}::text[],
  ${rows.map(({ cell }) => cell)}::text[], ${rows.map(({ month }) => month)}::text[], ${rows.map(({ suspicious }) => suspicious)}::boolean[])`;

interface Stored extends Omit<SumRow, 'numbers'> {
  readonly numbers: Buffer;
}

async function readStored({ db, orgId }: Place, surveyId: string, rows: readonly SumRow[]) {
  const { rows: found } = await sql<Stored>`
    select x.version_id as "versionId", x.scope, x.cell, x.month, x.suspicious, x.n, x.numbers
    from ${columnsOf(rows)} k (version_id, scope, cell, month, suspicious)
    join survey_sum x on x.org_id = ${orgId} and x.survey_id = ${surveyId} and x.version_id = k.version_id and x.scope = k.scope
      and x.cell = k.cell and x.month = k.month and x.suspicious = k.suspicious`.execute(db);
  return new Map(found.map((row) => [keyOfRow(row), { n: row.n, numbers: decodeSums(row.numbers) }]));
}

async function put({ db, orgId }: Place, surveyId: string, rows: readonly SumRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`insert into survey_sum (org_id, survey_id, version_id, scope, cell, month, suspicious, n, numbers)
    select ${orgId}::uuid, ${surveyId}::uuid, k.* from unnest(${rows.map(({ versionId }) => versionId)}::uuid[],
      ${rows.map(({ scope }) => scope)}::text[], ${rows.map(({ cell }) => cell)}::text[], ${rows.map(({ month }) => month)}::text[],
      ${rows.map(({ suspicious }) => suspicious)}::boolean[], ${rows.map(({ n }) => n)}::int4[],
      ${rows.map(({ numbers }) => encodeSums(numbers))}::bytea[]) k
    on conflict (org_id, survey_id, scope, cell, month, version_id, suspicious) do update set n = excluded.n, numbers = excluded.numbers`.execute(
    db,
  );
}

async function remove({ db, orgId }: Place, surveyId: string, rows: readonly SumRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`delete from survey_sum x using ${columnsOf(rows)} k (version_id, scope, cell, month, suspicious)
    where x.org_id = ${orgId} and x.survey_id = ${surveyId} and x.version_id = k.version_id and x.scope = k.scope and x.cell = k.cell
      and x.month = k.month and x.suspicious = k.suspicious`.execute(db);
}
