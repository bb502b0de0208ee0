import * as contract from '@zhiheng/contract/insight/board';
import { bind, type Binder } from '../../platform/http/bind.ts';
import type { Jobs } from '../../platform/jobs/jobs.ts';
import { listTrash } from './list-trash.ts';
import { readBoard } from './read-board.ts';
import { readIndicatorReport } from './read-indicator-report.ts';
import { readDailyPercentiles } from './read-daily-percentiles.ts';
import { restoreFromTrashWith } from './restore-from-trash.ts';
import { searchNames } from './search-names.ts';

export function bindInsight(binder: Binder, jobs: Jobs): void {
  bind(binder, contract.readBoard, readBoard);
  bind(binder, contract.readIndicatorReport, readIndicatorReport);
  bind(binder, contract.readDailyPercentiles, readDailyPercentiles);
  bind(binder, contract.search, searchNames);
  bind(binder, contract.listTrash, listTrash);
  bind(binder, contract.restoreFromTrash, restoreFromTrashWith(jobs));
}
