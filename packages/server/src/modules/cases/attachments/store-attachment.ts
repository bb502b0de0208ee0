import type { z } from 'zod';
import type { caseAttachment } from '@zhiheng/contract/cases/case';
import { AppError } from '../../../platform/errors.ts';
import { attachmentType } from '../../../platform/files/attachment-type.rules.ts';
import { cleanName } from '../../../platform/files/clean-name.ts';
import { largestUpload } from '../../../platform/files/read-upload.ts';
import { writeStoredFile } from '../../../platform/files/stored-file.ts';
import { hashOf, newId } from '../../../platform/identifier.ts';
import type { Operation } from '../../../platform/operation.ts';

export type CaseAttachment = z.infer<typeof caseAttachment>;

interface Incoming {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Checks a file and stores it. It belongs to no case until an entry names it. */
export async function storeAttachment(operation: Operation, file: Incoming): Promise<CaseAttachment> {
  const { db, orgId, actor, now } = operation;
  if (file.bytes.length > largestUpload) throw new AppError(413, 'file_too_large', { params: { most: largestUpload } });
  const name = cleanName(file.name);
  const mediaType = attachmentType(name, file.bytes);
  if (mediaType === null) throw new AppError(415, 'file_type_refused', { params: { name } });
  const fileId = await writeStoredFile(operation, { name, sha256: hashOf(file.bytes), bytes: file.bytes });
  const id = newId();
  const row = { org_id: orgId, id, file_id: fileId, media_type: mediaType, created_by: actor.id, created_at: now };
  await db.insertInto('case_attachment').values(row).execute();
  return { id, name, size: file.bytes.length, mediaType };
}
