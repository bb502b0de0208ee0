import { useQuery } from '@tanstack/react-query';
import {
  caseStatus,
  caseType,
  complaintCause,
  complaintKind,
  customValue,
  priority,
  severity,
  type CaseEntry,
} from '@zhiheng/contract/cases/case';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { usePartOptions } from '../../subjects/index.ts';
import { categoriesQuery } from '../cases.query.ts';
import { useCustomFields } from '../custom/custom-fields.query.ts';
import { customWords } from '../custom/custom-words.ts';
import { usePeople } from '../people/use-people.ts';
import { causeWords, complaintKindWords, priorityWords, severityWords, statusWords, typeWords } from '../words/case-words.ts';
import { fieldWords } from './field-words.ts';

type Change = CaseEntry['changes'][number];

const enums = [
  ['status', caseStatus, statusWords],
  ['type', caseType, typeWords],
  ['priority', priority, priorityWords],
  ['severity', severity, severityWords],
  ['cause', complaintCause, causeWords],
  ['complaintKind', complaintKind, complaintKindWords],
] as const;

/** A value that stands for one of a few words. */
function enumWord(field: string, value: unknown): string | null {
  const found = enums.find(([name]) => name === field);
  if (found === undefined) return null;
  const [, schema, words] = found;
  const parsed = schema.safeParse(value);
  return parsed.success ? ((words as Readonly<Record<string, () => string>>)[parsed.data]?.() ?? null) : null;
}

const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** What was changed, in words: `状态：新建 → 处理中`. Long texts and values without a name are only said to have changed. */
export function useChangeWords(): (change: Change) => string {
  const format = useFormat();
  const people = usePeople();
  const parts = usePartOptions();
  const fields = useCustomFields();
  const { data: categories = [] } = useQuery(categoriesQuery);
  const names = new Map<string, string>(people.map(({ id, name }) => [id, name]));
  for (const { id, name } of [...parts.service, ...parts.site, ...parts.team, ...categories]) names.set(id, format.text(name));

  const valueWords = (field: string, value: unknown): string | null => {
    if (Array.isArray(value)) return format.list(value.map(String));
    const word = enumWord(field, value);
    if (word !== null || typeof value !== 'string') return word;
    // Other desks named teams and people that are not here: their names stand in the place of ids.
    return names.get(value) ?? (isId.test(value) || value.length > 60 ? null : value);
  };
  return ({ field, from, to }) => {
    const custom = fields.find(({ code }) => field === `custom.${code}`);
    const label = custom === undefined ? fieldWords(field) : format.text(custom.name);
    const wordsOf = (value: unknown) =>
      custom === undefined ? valueWords(field, value) : customWords(custom, customValue.catch(null).parse(value), format);
    const [was, is] = [wordsOf(from), wordsOf(to)];
    if (isEmpty(to) && was !== null && !isEmpty(from)) return m.cases_change_cleared({ field: label, from: was });
    if (is === null) return m.cases_change_edited({ field: label });
    if (isEmpty(from)) return m.cases_change_set({ field: label, to: is });
    return was === null ? m.cases_change_set({ field: label, to: is }) : m.cases_change_from_to({ field: label, from: was, to: is });
  };
}
