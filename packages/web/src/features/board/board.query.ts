import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { readBoard } from '@zhiheng/contract/insight/board';
import { listPacks, loadDemo } from '@zhiheng/contract/packs/packs';
import { call } from '../../lib/call.ts';
import type { BoardSearch } from './board.search.ts';

export const boardQuery = (search: BoardSearch) =>
  queryOptions({
    queryKey: ['board', search],
    queryFn: () => call(readBoard, { query: search }),
    // The figures of the period before stay readable while the next ones come.
    placeholderData: keepPreviousData,
  });

export const installedPacksQuery = queryOptions({
  queryKey: ['packs'],
  queryFn: () => call(listPacks).then(({ items }) => items),
  select: (packs) => packs.filter((pack) => pack.installedVersion !== null),
});

export const loadDemoOf = (pack: string) => call(loadDemo, { params: { code: pack } });
