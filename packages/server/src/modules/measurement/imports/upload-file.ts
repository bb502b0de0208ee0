import { hashOf } from '../../../platform/identifier.ts';
import type { Call } from '../../../platform/operation.ts';
import { writeStoredFile } from '../../../platform/files/stored-file.ts';
import { checkTableFile, receiveFile } from '../../../platform/table-files/receive-table.ts';

/** Takes a CSV or XLSX file in. */
export async function uploadFile(call: Call): Promise<{ id: string; name: string; size: number; sha256: string }> {
  const { name, bytes } = await receiveFile(call);
  checkTableFile(bytes);
  const sha256 = hashOf(bytes);
  return { id: await writeStoredFile(call, { name, sha256, bytes }), name, size: bytes.length, sha256 };
}
