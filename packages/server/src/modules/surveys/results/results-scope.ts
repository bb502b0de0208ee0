import { sql } from 'kysely';
import type { LocalText } from '@zhiheng/contract/values/text';
import { notFound } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { figureMaker, type FigureMaker } from './figure.rules.ts';
import type { JoinedSums } from './joined-sums.rules.ts';
import type { Sums } from './sums/sum-view.rules.ts';

/** A survey as its results need it. */
export interface SurveyScope {
  readonly id: string;
  readonly name: LocalText;
  readonly anonymous: boolean;
  /** groups with fewer answers are not shown */
  readonly minimum: number;
  /** answers of an anonymous survey that wait for enough others */
  readonly waiting: number;
}

/** An anonymous survey shows no smaller group, whatever its settings say. */
const leastAnonymous = 5;

export async function readScope({ db, orgId }: Operation, id: string): Promise<SurveyScope> {
  const { rows } = await sql<SurveyScope>`
    select s.id, s.name, s.anonymous, coalesce((s.settings ->> 'minimumGroup')::int4, 1) as minimum,
      (select count(*)::int4 from survey_response r where r.org_id = ${orgId} and r.survey_id = s.id and r.released_at is null
        and r.state = 'complete') as waiting
    from survey s where s.org_id = ${orgId} and s.id = ${id} and s.deleted_at is null`.execute(db);
  const [found] = rows;
  if (found === undefined) throw notFound('survey');
  return { ...found, minimum: Math.max(found.minimum, found.anonymous ? leastAnonymous : 1) };
}

/** Which sums are shown, and by how many answers at least. */
export interface Shown {
  readonly sums: Sums;
  readonly make: FigureMaker;
  /** without suspicious answers; null where the difference would show few */
  readonly clean: Sums | null;
  readonly cleanN: number | null;
}

/** Where a figure with and one without suspicious answers would tell of a few people, the latter is not given. */
export function shownOf({ anonymous, minimum }: SurveyScope, joined: JoinedSums, quality: 'all' | 'clean'): Shown {
  const flagged = joined.n - joined.cleanN;
  const isSafe = !anonymous || ((flagged === 0 || flagged >= minimum) && joined.cleanN >= minimum);
  const clean = isSafe ? joined.clean : null;
  const cleanN = isSafe ? joined.cleanN : null;
  if (quality === 'all') return { sums: joined.all, make: figureMaker(minimum), clean, cleanN };
  // Asked for the clean ones where they may not be told apart: nothing is enough.
  return { sums: joined.clean, make: figureMaker(isSafe ? minimum : Number.MAX_SAFE_INTEGER), clean, cleanN };
}

/** What every answer about results begins with. */
export const scopeOf = (
  { minimum, waiting }: SurveyScope,
  { n, cleanN }: { readonly n: number; readonly cleanN: number | null },
  now: Date,
) => ({ n, clean: cleanN, waiting, minimum, asOf: now.toISOString() });
