import { sql } from 'kysely';
import type { CaseEntry } from '@zhiheng/contract/cases/case';
import type { Operation } from '../../platform/operation.ts';
import { isMasked, maskName } from '../customers/index.ts';

type Row = Omit<CaseEntry, 'at'> & { readonly at: Date };

/** The thread of a case, oldest first. */
export async function readEntries({ db, orgId, actor }: Operation, caseId: string): Promise<CaseEntry[]> {
  const { rows } = await sql<Row>`
    select e.id, e.at, e.kind, e.channel, case when e.author_kind = 'account' then e.author_id end as "authorId",
      coalesce(a.name, e.author_name) as "authorName", e.author_kind as "authorKind", e.body, e.mentions, coalesce(e.changes, '[]') as changes, e.delivery,
      coalesce(f.files, '[]') as attachments
    from case_entry e
    left join account a on a.org_id = ${orgId} and a.id = e.author_id and e.author_kind = 'account'
    left join lateral (
      select jsonb_agg(jsonb_build_object('id', x.id, 'name', f.name, 'size', f.size, 'mediaType', x.media_type) order by x.created_at, x.id) as files
      from case_attachment x join file f on f.org_id = ${orgId} and f.id = x.file_id
      where x.org_id = ${orgId} and x.case_id = ${caseId} and x.entry_id = e.id
    ) f on true
    where e.org_id = ${orgId} and e.case_id = ${caseId} order by e.at, e.id`.execute(db);
  const masked = isMasked(actor);
  return rows.map((row) => ({
    ...row,
    at: row.at.toISOString(),
    authorName: masked && row.authorKind === 'customer' ? maskName(row.authorName) : row.authorName,
  }));
}
