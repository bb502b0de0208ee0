import { sql } from 'kysely';
import type { ScorecardNode } from '@zhiheng/contract/evaluation/scores';
import { scoreSettings } from '@zhiheng/contract/measurement/indicator';
import type { LocalText } from '@zhiheng/contract/values/text';
import { notFound } from '../../platform/errors.ts';
import type { Operation } from '../../platform/operation.ts';
import { loadIndicators } from '../measurement/index.ts';
import { IndicatorLibrary } from './figures.rules.ts';
import type { ScorecardRecord } from './score-tree.rules.ts';

/** What every evaluation starts from: the calendar, the indicators, and the scorecard if there is one. */
export interface Evaluation {
  readonly timeZone: string;
  readonly library: IndicatorLibrary;
  readonly card: ScorecardRecord | null;
}

interface Row {
  readonly timeZone: string;
  readonly code: string | null;
  readonly name: LocalText;
  readonly settings: unknown;
  readonly headline: string[];
  readonly tree: ScorecardNode[];
}

/** Without a code, the first scorecard: those of packs before those of one's own, then by code. */
export async function loadEvaluation(operation: Operation, code: string | undefined): Promise<Evaluation> {
  const { timeZone, ...row } = await readScorecard(operation, code ?? null);
  if (row.code === null && code !== undefined) throw notFound('scorecard');
  const library = new IndicatorLibrary(await loadIndicators(operation));
  const card = row.code === null ? null : { ...row, code: row.code, settings: scoreSettings.parse(row.settings), children: row.tree };
  return { timeZone, library, card };
}

async function readScorecard({ db, orgId }: Operation, code: string | null): Promise<Row> {
  const { rows } = await sql<Row>`
    select o.time_zone as "timeZone", s.code, s.name, s.settings, s.headline, s.tree
    from organisation o
    left join lateral (
      select * from scorecard
      where org_id = ${orgId} and deleted_at is null and (${code}::text is null or code = ${code})
      order by (pack is null), code limit 1
    ) s on true
    where o.org_id = ${orgId}`.execute(db);
  const [row] = rows;
  if (row === undefined) throw notFound('organisation');
  return row;
}
