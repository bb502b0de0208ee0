import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { downloadReport as endpoint } from '@zhiheng/contract/reports/reports';
import { conflict, notFound } from '../../platform/errors.ts';
import { downloadHeaders } from '../../platform/files/download-headers.ts';
import { readStoredFile } from '../../platform/files/stored-file.ts';
import type { Call } from '../../platform/operation.ts';
import { mediaTypes } from './files/write-file.ts';

/** A file of a report as it was written: what no longer has its hash is not handed out. */
export async function downloadReport(call: Call, { params }: Pick<Parsed<typeof endpoint>, 'params'>): Promise<Buffer> {
  const { db, orgId } = call;
  const { rows } = await sql<{ fileId: string }>`
    select file_id as "fileId" from report_file where org_id = ${orgId} and report_id = ${params.id} and format = ${params.format}`.execute(
    db,
  );
  const [found] = rows;
  if (found === undefined) throw notFound('report_file');
  const { name, bytes, sha256 } = await readStoredFile(call, found.fileId);
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw conflict('report_file_damaged');
  call.reply.headers(downloadHeaders(name, mediaTypes[params.format]));
  return bytes;
}
