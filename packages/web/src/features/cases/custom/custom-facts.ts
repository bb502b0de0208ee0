import { m } from '../../../paraglide/messages.js';
import type { ServiceCase } from '@zhiheng/contract/cases/case';
import type { CaseField } from '@zhiheng/contract/cases/fields';
import type { Format } from '../../../lib/format/use-format.ts';
import { customWords } from './custom-words.ts';

/** What an import notes of the desk that a case comes from. */
const importedWords: Readonly<Record<string, (() => string) | undefined>> = {
  importedNumber: m.case_imports_fact_number,
  importedTeam: m.case_imports_fact_team,
  importedAssignee: m.case_imports_fact_assignee,
};

/** Name and value of each field that has one, in the order of the fields; what no field describes any more keeps its code. */
export function customFacts(custom: ServiceCase['custom'], fields: readonly CaseField[], format: Format): (readonly [string, string])[] {
  const known = fields.flatMap((field) => {
    const value = custom[field.code];
    return value === undefined ? [] : [[format.text(field.name), customWords(field, value, format)] as const];
  });
  const unknown = Object.entries(custom).filter(([code]) => !fields.some((field) => field.code === code));
  return [...known, ...unknown.map(([code, value]) => [importedWords[code]?.() ?? code, customWords(undefined, value, format)] as const)];
}
