import type { ImportJob } from '@zhiheng/contract/measurement/imports';
import { m } from '../../paraglide/messages.js';
import type { QuarantinedRow } from './quarantine.query.ts';

/** `orders.csv 第 12 行`; without a file, the program that sent it. */
export function rowPlace({ importId, source, line }: QuarantinedRow, imports: readonly ImportJob[]): string {
  const name = imports.find((job) => job.id === importId)?.fileName ?? source;
  return line === null ? name : m.imports_quarantine_place({ source: name, line });
}
