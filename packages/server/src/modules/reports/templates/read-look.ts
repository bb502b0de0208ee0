import { readStoredFile } from '../../../platform/files/stored-file.ts';
import type { Operation } from '../../../platform/operation.ts';
import { plainLook, type Look } from '../files/look.rules.ts';
import { selectTemplates } from './template-rows.ts';

/** The look of a template; that of the house where none was chosen, or where it is gone. */
export async function readLook(operation: Operation, templateId: string | null): Promise<Look> {
  if (templateId === null) return plainLook;
  const [row] = await selectTemplates(operation, templateId);
  if (row === undefined) return plainLook;
  const { primary, accent, footer, logoFileId, logoType, logoWidth, logoHeight } = row;
  const plain = { primary, accent, footer, logo: null };
  if (logoFileId === null || logoType === null || logoWidth === null || logoHeight === null) return plain;
  const { bytes } = await readStoredFile(operation, logoFileId);
  return { ...plain, logo: { mediaType: logoType, width: logoWidth, height: logoHeight, bytes } };
}
