import { queryOptions } from '@tanstack/react-query';
import { listUnits, type UnitKind } from '@zhiheng/contract/organisation/organisation';
import { call } from '../../../lib/call.ts';

export const unitsQuery = (kind: UnitKind) =>
  queryOptions({ queryKey: ['units', kind], queryFn: ({ signal }) => call(listUnits, { params: { kind } }, { signal }) });
