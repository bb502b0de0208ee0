import { sql } from 'kysely';
import type { Locale } from '@zhiheng/contract/values/text';
import { readStoredFile } from '../../platform/files/stored-file.ts';
import type { Operation } from '../../platform/operation.ts';

/** Servers refuse mails that are larger; base64 adds a third. */
const mostBytes = 15 * 1024 * 1024;

interface File {
  readonly fileId: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
}

interface Attachments {
  readonly attachments: readonly { readonly name: string; readonly mediaType: string; readonly bytes: Buffer }[];
  /** names of those that would make the mail too large */
  readonly omitted: readonly string[];
}

interface Mail {
  readonly id: string;
  readonly entryId: string | null;
}

/** The files of a reply, or those that a notice brings along: as many as a mail carries. */
export async function readAttachments(operation: Operation, mail: Mail): Promise<Attachments> {
  const rows = mail.entryId === null ? await readOwnFiles(operation, mail.id) : await readFilesOfEntry(operation, mail.entryId);
  let total = 0;
  const carried = rows.filter(({ size }) => total + size <= mostBytes && (total += size) > 0);
  const attachments = [];
  for (const { fileId, name, mediaType } of carried)
    attachments.push({ name, mediaType, bytes: (await readStoredFile(operation, fileId)).bytes });
  return { attachments, omitted: rows.filter((file) => !carried.includes(file)).map(({ name }) => name) };
}

async function readOwnFiles({ db, orgId }: Operation, mailId: string): Promise<readonly File[]> {
  const { rows } = await sql<File>`
    select m.file_id as "fileId", f.name, m.media_type as "mediaType", f.size::int4 as size
    from mail_out_file m join file f on f.org_id = ${orgId} and f.id = m.file_id
    where m.org_id = ${orgId} and m.mail_id = ${mailId} order by f.name, f.id`.execute(db);
  return rows;
}

async function readFilesOfEntry({ db, orgId }: Operation, entryId: string): Promise<readonly File[]> {
  const { rows } = await sql<File>`
    select x.file_id as "fileId", f.name, x.media_type as "mediaType", f.size::int4 as size
    from mail_out o join case_attachment x on x.org_id = ${orgId} and x.entry_id = o.entry_id
      and x.case_id in (select y from service_case c, unnest(array[c.id, c.merged_into]) y where c.org_id = ${orgId} and c.id = o.case_id)
    join file f on f.org_id = ${orgId} and f.id = x.file_id
    where o.org_id = ${orgId} and o.entry_id = ${entryId} order by x.created_at, x.id`.execute(db);
  return rows;
}

const words = { zh: '因文件过大未随信附上：', en: 'Too large to attach: ' } as const;

/** Says which files stayed behind. */
export const withOmitted = (text: string, omitted: readonly string[], language: Locale): string =>
  omitted.length === 0 ? text : `${text}\n\n${words[language]}${omitted.join(language === 'zh' ? '、' : ', ')}`;
