import { AppError } from '../errors.ts';
import type { Call } from '../operation.ts';
import { recogniseFile } from './recognise-file.rules.ts';
import { largestUnpacked, unpackedSize } from './workbook-size.rules.ts';

const largest = 25 * 1024 * 1024;

/** Refuses what is no table, and workbooks that unpack beyond measure. */
export function checkTableFile(bytes: Buffer): void {
  const recognised = recogniseFile(bytes);
  if (recognised.kind === 'refused') throw new AppError(recognised.code === 'file_empty' ? 422 : 415, recognised.code);
  if (recognised.format === 'xlsx') checkWorkbook(bytes);
}

/** The one file of a multipart call. */
export async function receiveFile({ request }: Call): Promise<{ name: string; bytes: Buffer }> {
  if (!request.isMultipart()) throw new AppError(415, 'file_missing', { params: { expected: 'multipart/form-data' } });
  const part = await request.file({ throwFileSizeLimit: false });
  if (part === undefined) throw new AppError(400, 'file_missing', { params: { expected: 'file' } });
  const bytes = await part.toBuffer();
  if (part.file.truncated || bytes.length > largest) throw new AppError(413, 'file_too_large', { params: { most: largest } });
  return { name: nameOf(part.filename), bytes };
}

/** The last part of a path, without control characters. */
const nameOf = (sent: string): string =>
  (sent.split(/[\\/]/).at(-1) ?? '').replaceAll(/[\u0000-\u001f\u007f]/g, '').slice(0, 200) || 'file';

function checkWorkbook(bytes: Buffer): void {
  const size = unpackedSize(bytes);
  if (size === null) throw new AppError(422, 'workbook_unreadable');
  if (size > largestUnpacked) throw new AppError(413, 'workbook_too_large', { params: { most: largestUnpacked, size } });
}
