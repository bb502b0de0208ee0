import { queryOptions } from '@tanstack/react-query';
import { listServices } from '@zhiheng/contract/catalog/services';
import { listSubjects } from '@zhiheng/contract/measurement/observations';
import { listUnits, type UnitKind } from '@zhiheng/contract/organisation/organisation';
import { call } from '../../lib/call.ts';

// Lists to choose from change seldom; whoever changes one invalidates its key.
const staleTime = 60_000;

export const serviceOptionsQuery = queryOptions({
  queryKey: ['services', 'options'],
  queryFn: () => call(listServices, { query: {} }).then(({ items }) => items),
  staleTime,
});

export const unitOptionsQuery = (kind: UnitKind) =>
  queryOptions({
    queryKey: ['units', kind, 'options'],
    queryFn: () => call(listUnits, { params: { kind } }).then(({ items }) => items),
    staleTime,
  });

export const subjectsQuery = queryOptions({
  queryKey: ['subjects'],
  queryFn: () => call(listSubjects).then(({ items }) => items),
  staleTime,
});
