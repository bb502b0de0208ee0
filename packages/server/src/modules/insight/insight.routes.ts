import * as contract from '@zhiheng/contract/insight/board';
import * as boards from '@zhiheng/contract/insight/shared-boards';
import type { Notices } from '../../platform/database/notices.ts';
import { bind, bindPublic, type Binder } from '../../platform/http/bind.ts';
import type { Jobs } from '../../platform/jobs/jobs.ts';
import { createBoardLink, listBoardLinks, readByBoardLink, revokeBoardLink } from './boards/board-links.ts';
import { createSharedBoard, deleteSharedBoard, listSharedBoards, updateSharedBoard } from './boards/save-board.ts';
import { readHome, readSharedBoard } from './boards/show-board.ts';
import { bindFigureStream } from './figure-stream.ts';
import { listTrash } from './list-trash.ts';
import { readBoard } from './read-board.ts';
import { readIndicatorReport } from './read-indicator-report.ts';
import { readDailyPercentiles } from './read-daily-percentiles.ts';
import { restoreFromTrashWith } from './restore-from-trash.ts';
import { searchNames } from './search-names.ts';

interface Needs {
  readonly jobs: Jobs;
  readonly notices: Notices;
}

export function bindInsight(binder: Binder, { jobs, notices }: Needs): void {
  bind(binder, contract.readBoard, readBoard);
  bind(binder, contract.readIndicatorReport, readIndicatorReport);
  bind(binder, contract.readDailyPercentiles, readDailyPercentiles);
  bindFigureStream(binder, notices);
  bind(binder, boards.listSharedBoards, listSharedBoards);
  bind(binder, boards.createSharedBoard, createSharedBoard);
  bind(binder, boards.readSharedBoard, readSharedBoard);
  bind(binder, boards.updateSharedBoard, updateSharedBoard);
  bind(binder, boards.deleteSharedBoard, deleteSharedBoard);
  bind(binder, boards.readHome, readHome);
  bind(binder, boards.listBoardLinks, listBoardLinks);
  bind(binder, boards.createBoardLink, createBoardLink);
  bind(binder, boards.revokeBoardLink, revokeBoardLink);
  bindPublic(binder, boards.readByBoardLink, readByBoardLink);
  bind(binder, contract.search, searchNames);
  bind(binder, contract.listTrash, listTrash);
  bind(binder, contract.restoreFromTrash, restoreFromTrashWith(jobs));
}
