import type { SubjectFilter } from '@zhiheng/contract/measurement/observations';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { partNames, subjectParts } from './subject-part.ts';
import { usePartOptions } from './use-part-options.ts';

/** What a filter narrows to, in words: `宽带安装 · 朝阳二厅`. */
export function useScopeWords(filter: SubjectFilter): string {
  const format = useFormat();
  const options = usePartOptions();
  const names = partNames.flatMap((part) => {
    const chosen = options[part].find((option) => option.id === filter[subjectParts[part].key]);
    return chosen === undefined ? [] : [format.text(chosen.name)];
  });
  return names.length === 0 ? m.board_report_scope_all() : names.join(' · ');
}
