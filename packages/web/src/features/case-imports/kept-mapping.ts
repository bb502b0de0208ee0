import { caseImportMapping } from '@zhiheng/contract/cases/case-imports';
import { z } from 'zod';

const kept = z.object({ mapping: caseImportMapping, options: z.object({ sheet: z.string().optional() }) });
type KeptMapping = z.infer<typeof kept>;

const keyOf = (fileId: string) => `zhiheng-case-import-${fileId}`;

/** Remembers for this tab how a file is read, so that a reload in the middle of the wizard loses nothing. */
export const keepMapping = (fileId: string, value: KeptMapping): void => sessionStorage.setItem(keyOf(fileId), JSON.stringify(value));

export function keptMapping(fileId: string): KeptMapping | null {
  const text = sessionStorage.getItem(keyOf(fileId));
  return text === null ? null : (kept.safeParse(JSON.parse(text)).data ?? null);
}
