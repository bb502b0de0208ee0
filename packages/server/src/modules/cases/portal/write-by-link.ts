import { sql } from 'kysely';
import type {
  downloadByLink as downloadEndpoint,
  readByLink as readEndpoint,
  uploadByLink as uploadEndpoint,
  writeByLink as writeEndpoint,
} from '@zhiheng/contract/cases/portal';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import { conflict, invalidField, notFound } from '../../../platform/errors.ts';
import { readStoredFile } from '../../../platform/files/stored-file.ts';
import type { Operation, PublicCall } from '../../../platform/operation.ts';
import { downloadHeaders } from '../../../platform/files/download-headers.ts';
import { readUpload } from '../../../platform/files/read-upload.ts';
import { storeAttachment } from '../attachments/store-attachment.ts';
import { lockCase } from '../case-state.ts';
import { receiveMessage } from '../receive-message.ts';
import { byLink } from './enter-portal.ts';
import { publicThread, readCustomerCase } from './read-customer-case.ts';

type Read = Pick<Parsed<typeof readEndpoint>, 'params'>;

export const readByLink = (call: PublicCall, { params }: Read): Promise<Reply<typeof readEndpoint>> =>
  byLink(call, params.token, readCustomerCase);

type Write = Pick<Parsed<typeof writeEndpoint>, 'params' | 'body'>;

/** What a customer adds. Files alone ask for no answer. */
export const writeByLink = (call: PublicCall, { params, body }: Write): Promise<{ ok: true }> =>
  byLink(call, params.token, async (operation, caseId) => {
    const { body: text, attachmentIds } = body;
    if (text === '' && attachmentIds.length === 0) throw invalidField('body', 'required');
    const state = await lockCase(operation, caseId);
    if (state.status === 'closed' || state.status === 'cancelled') throw conflict('case_is_over');
    await checkFiles(operation, caseId, attachmentIds);
    await receiveMessage(operation, caseId, {
      ...{ from: 'customer', channel: 'portal', authorName: state.contactName, body: text, attachmentIds },
      ...(text === '' && { asksForReply: false }),
    });
    return { ok: true };
  });

/** Files are named once, by the case that they were sent to. */
async function checkFiles({ db, orgId }: Operation, caseId: string, ids: readonly string[]): Promise<void> {
  const { rows } = await sql`
    select from case_attachment where org_id = ${orgId} and case_id = ${caseId} and id = any(${[...ids]}::uuid[]) and entry_id is null
      and created_by is null`.execute(db);
  if (rows.length < new Set(ids).size) throw invalidField('attachmentIds', 'unknown_attachment');
}

/** So many files a customer may send to one case: the door is open to everybody who has the link. */
const mostFiles = 40;

type Upload = Pick<Parsed<typeof uploadEndpoint>, 'params'>;

export const uploadByLink = (call: PublicCall, { params }: Upload): Promise<Reply<typeof uploadEndpoint>> =>
  byLink(call, params.token, async (operation, caseId) => {
    const state = await lockCase(operation, caseId);
    if (state.status === 'closed' || state.status === 'cancelled') throw conflict('case_is_over');
    const { db, orgId } = operation;
    const { rows } = await sql`select from case_attachment where org_id = ${orgId} and case_id = ${caseId} and created_by is null`.execute(
      db,
    );
    if (rows.length >= mostFiles) throw conflict('too_many_files', { most: mostFiles });
    const { id, name, size } = await storeAttachment(operation, await readUpload(call.request));
    await db.updateTable('case_attachment').set({ case_id: caseId }).where('org_id', '=', orgId).where('id', '=', id).execute();
    return { id, name, size };
  });

interface Found {
  readonly fileId: string;
  readonly mediaType: string;
}
type Download = Pick<Parsed<typeof downloadEndpoint>, 'params'>;

export const downloadByLink = (call: PublicCall, { params }: Download): Promise<Buffer> =>
  byLink(call, params.token, async (operation, caseId) => {
    const { rows } = await sql<Found>`
      select x.file_id as "fileId", x.media_type as "mediaType" from case_attachment x
      join case_entry e on e.org_id = ${operation.orgId} and e.case_id = x.case_id and e.id = x.entry_id
      where x.org_id = ${operation.orgId} and x.id = ${params.id} and ${publicThread(caseId)}`.execute(operation.db);
    const [found] = rows;
    if (found === undefined) throw notFound('case_attachment');
    const { name, bytes } = await readStoredFile(operation, found.fileId);
    call.reply.headers(downloadHeaders(name, found.mediaType));
    return bytes;
  });
