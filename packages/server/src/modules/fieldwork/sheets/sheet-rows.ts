import { sql, type RawBuilder } from 'kysely';
import type { Answers } from '@zhiheng/forms/answers';
import type { FieldSheet } from '@zhiheng/contract/fieldwork/sheets';
import type { Operation } from '../../../platform/operation.ts';

/** A sheet as it is stored. */
export interface SheetRecord extends Omit<FieldSheet, 'savedAt' | 'submittedAt' | 'answers'> {
  readonly answers: Answers;
  readonly savedAt: Date;
  readonly submittedAt: Date | null;
}

/** Sheets `h` of raters `r` of a session in their order; those of nobody's any more are left out. */
export async function readSheets({ db, orgId }: Pick<Operation, 'db' | 'orgId'>, sessionId: string): Promise<SheetRecord[]> {
  const { rows } = await sql<SheetRecord>`
    select ${sheetColumns} from field_sheet h
    join field_rater r on r.org_id = ${orgId} and r.session_id = h.session_id and r.account_id = h.rater_id
    join account a on a.org_id = ${orgId} and a.id = h.rater_id
    where h.org_id = ${orgId} and h.session_id = ${sessionId} order by r.position`.execute(db);
  return rows;
}

const sheetColumns: RawBuilder<unknown> = sql`
  h.id, h.rater_id as "raterId", a.name as rater, h.state, h.answers, h.scores, h.score, h.saved_at as "savedAt", h.submitted_at as "submittedAt",
  h.reopened_for as "reopenedFor", h.version`;

export const sheetOf = ({ answers, savedAt, submittedAt, ...row }: SheetRecord): FieldSheet => ({
  ...row,
  answers: Object.fromEntries(Object.entries(answers).map(([field, answer]) => [field, typeof answer === 'object' ? [...answer] : answer])),
  savedAt: savedAt.toISOString(),
  submittedAt: submittedAt?.toISOString() ?? null,
});
