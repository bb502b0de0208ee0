import type { Agreement } from '@zhiheng/contract/agreements/agreements';
import type { Format } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { kindWords } from './agreement-words.ts';

/** `服务级别协议 · 第 3 版自 2026-01-01 生效 · 未结工单 12`. */
export function headLine({ kind, version, effectiveFrom, openCases }: Agreement, format: Format): string {
  const since =
    effectiveFrom === null
      ? m.agreements_never_published()
      : m.agreements_version_since({ version: format.number(version), date: format.date(effectiveFrom) });
  return [kindWords[kind](), since, m.agreements_cases_of({ n: format.number(openCases) })].join(' · ');
}
