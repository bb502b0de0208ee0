import { queryOptions } from '@tanstack/react-query';
import { listBoardLinks, listSharedBoards, readHome, readSharedBoard } from '@zhiheng/contract/insight/shared-boards';
import { call } from '../../lib/call.ts';

/** Figures are asked for again so often while a board is looked at. */
const lookedAtAgain = 60_000;

export const sharedBoardsQuery = queryOptions({ queryKey: ['boards'], queryFn: () => call(listSharedBoards) });
export const sharedBoardQuery = (id: string) =>
  queryOptions({ queryKey: ['boards', id], queryFn: () => call(readSharedBoard, { params: { id } }), refetchInterval: lookedAtAgain });
export const homeQuery = queryOptions({ queryKey: ['boards', 'home'], queryFn: () => call(readHome), refetchInterval: lookedAtAgain });
export const boardLinksQuery = queryOptions({ queryKey: ['board-links'], queryFn: () => call(listBoardLinks) });
