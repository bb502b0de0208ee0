import { queryOptions } from '@tanstack/react-query';
import { previewMovedDeadlines, type ProposedChange } from '@zhiheng/contract/agreements/moved-deadlines';
import type { Reply } from '@zhiheng/contract/endpoint';
import { call } from '../../lib/call.ts';

export type Moved = Reply<typeof previewMovedDeadlines>;

export const movedDeadlinesQuery = (change: ProposedChange) =>
  queryOptions({
    queryKey: ['moved-deadlines', change],
    queryFn: () => call(previewMovedDeadlines, { body: { change } }),
  });
