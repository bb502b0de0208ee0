import { queryOptions, useQuery } from '@tanstack/react-query';
import type { CaseType } from '@zhiheng/contract/cases/case';
import { listCaseFields, type CaseField } from '@zhiheng/contract/cases/fields';
import { call } from '../../../lib/call.ts';

export const fieldsQuery = queryOptions({
  queryKey: ['case-fields'],
  queryFn: () => call(listCaseFields).then(({ items }) => items),
  staleTime: 60_000,
});

/** All fields of the house, also those out of use, in their order. */
export const useCustomFields = (): readonly CaseField[] => useQuery(fieldsQuery).data ?? [];

/** Those that a case of this type is asked for. */
export const askedFields = (fields: readonly CaseField[], type: CaseType): readonly CaseField[] =>
  fields.filter(({ retired, types }) => !retired && (types.length === 0 || types.includes(type)));

/** Those by which a list can be narrowed: there is something to choose from. */
export const filteringFields = (fields: readonly CaseField[]): readonly CaseField[] =>
  fields.filter(({ retired, listed, kind }) => !retired && listed && ['choice', 'several', 'yes-no'].includes(kind));
