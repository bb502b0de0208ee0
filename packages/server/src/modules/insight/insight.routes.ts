import * as contract from '@zhiheng/contract/insight/board';
import type { Notices } from '../../platform/database/notices.ts';
import { bind, type Binder } from '../../platform/http/bind.ts';
import type { Jobs } from '../../platform/jobs/jobs.ts';
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
  bind(binder, contract.search, searchNames);
  bind(binder, contract.listTrash, listTrash);
  bind(binder, contract.restoreFromTrash, restoreFromTrashWith(jobs));
}
