import { invalidField } from '../../../platform/errors.ts';
import { hashOf } from '../../../platform/identifier.ts';
import { writeStoredFile } from '../../../platform/files/stored-file.ts';
import type { Call } from '../../../platform/operation.ts';
import { checkTableFile, receiveFile } from '../../../platform/table-files/receive-table.ts';
import { looksLikeJson, openJson } from './open-json.ts';

/** Takes what another desk exported in. */
export async function uploadCaseFile(call: Call): Promise<{ id: string; name: string; size: number; sha256: string }> {
  if (!call.request.isMultipart()) throw invalidField('file', 'required');
  const { name, bytes } = await receiveFile(call);
  if (looksLikeJson(bytes)) openJson(bytes);
  else checkTableFile(bytes);
  const sha256 = hashOf(bytes);
  return { id: await writeStoredFile(call, { name, sha256, bytes }), name, size: bytes.length, sha256 };
}
