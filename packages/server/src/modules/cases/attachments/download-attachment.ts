import { sql } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { downloadCaseAttachment as endpoint } from '@zhiheng/contract/cases/cases';
import { notFound } from '../../../platform/errors.ts';
import { downloadHeaders } from '../../../platform/files/download-headers.ts';
import { readStoredFile } from '../../../platform/files/stored-file.ts';
import type { Call } from '../../../platform/operation.ts';
import { visibleTo } from '../visible-cases.ts';

interface Found {
  readonly fileId: string;
  readonly mediaType: string;
}

/** A file of a case that the caller may see, or one's own that no entry names yet. */
export async function downloadAttachment(call: Call, { params }: Parsed<typeof endpoint>): Promise<Buffer> {
  const { db, orgId, actor } = call;
  const { rows } = await sql<Found>`
    select x.file_id as "fileId", x.media_type as "mediaType" from case_attachment x
    left join service_case c on c.org_id = ${orgId} and c.id = x.case_id
    where x.org_id = ${orgId} and x.id = ${params.id}
      and (c.id is not null and ${visibleTo(actor)} or x.case_id is null and x.created_by is not distinct from ${actor.id}::uuid)`.execute(
    db,
  );
  const [found] = rows;
  if (found === undefined) throw notFound('case_attachment');
  const { name, bytes } = await readStoredFile(call, found.fileId);
  call.reply.headers(downloadHeaders(name, found.mediaType));
  return bytes;
}
