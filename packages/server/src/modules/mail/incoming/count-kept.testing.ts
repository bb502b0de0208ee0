import { sql } from 'kysely';
import { readStoredFile } from '../../../platform/files/stored-file.ts';
import { hashOf } from '../../../platform/identifier.ts';
import type { Operation } from '../../../platform/operation.ts';

interface Kept {
  readonly outcome: string;
  readonly fileId: string | null;
  readonly inCase: boolean;
}

export interface Tally {
  readonly cases: number;
  readonly messages: number;
  /** whose bytes lie there as they came */
  readonly quarantined: number;
  /** that lead nowhere */
  readonly lost: number;
}

/** Where every mail of an organisation is now, looked up in what a person would open: the case, its thread, the stored bytes. */
export async function countKept(operation: Operation, mails: readonly Buffer[]): Promise<Tally> {
  const { db, orgId } = operation;
  const { rows } = await sql<Kept>`
    select i.outcome, i.file_id as "fileId", c.id is not null as "inCase"
    from mail_in i left join service_case c on c.org_id = ${orgId} and c.id = i.case_id where i.org_id = ${orgId}`.execute(db);
  const sent = new Set(mails.map(hashOf));
  let quarantined = 0;
  for (const { outcome, fileId } of rows) {
    if (outcome !== 'quarantined' || fileId === null) continue;
    if (sent.delete(hashOf((await readStoredFile(operation, fileId)).bytes))) quarantined += 1;
  }
  const cases = rows.filter(({ outcome, inCase }) => outcome === 'case' && inCase).length;
  const messages = rows.filter(({ outcome, inCase }) => outcome === 'message' && inCase).length;
  return { cases, messages, quarantined, lost: mails.length - cases - messages - quarantined };
}
