import * as api from '@zhiheng/contract/measurement/indicators';
import { bind, type Binder } from '../../../platform/http/bind.ts';
import type { Jobs } from '../../../platform/jobs/jobs.ts';
import { readFigureRecount } from '../figure-recount.ts';
import { addBenchmark } from './add-benchmark.ts';
import { checkFormula } from './check-formula.ts';
import { createIndicatorWith } from './create-indicator.ts';
import { deleteIndicator } from './delete-indicator.ts';
import { getIndicator } from './get-indicator.ts';
import { listIndicators } from './list-indicators.ts';
import { removeBenchmark } from './remove-benchmark.ts';
import { setLimitsWith } from './set-limits.ts';
import { updateIndicatorWith } from './update-indicator.ts';

export function bindIndicators(binder: Binder, jobs: Jobs): void {
  bind(binder, api.listIndicators, listIndicators);
  bind(binder, api.getIndicator, getIndicator);
  bind(binder, api.createIndicator, createIndicatorWith(jobs));
  bind(binder, api.updateIndicator, updateIndicatorWith(jobs));
  bind(binder, api.setLimits, setLimitsWith(jobs));
  bind(binder, api.addBenchmark, addBenchmark);
  bind(binder, api.removeBenchmark, removeBenchmark);
  bind(binder, api.deleteIndicator, deleteIndicator);
  bind(binder, api.checkFormula, checkFormula);
  bind(binder, api.figureRecount, readFigureRecount);
}
