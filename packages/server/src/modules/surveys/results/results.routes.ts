import * as api from '@zhiheng/contract/surveys/results';
import { bind, type Binder } from '../../../platform/http/bind.ts';
import { readBreakdown } from './read-breakdown.ts';
import { readCrossTables } from './read-cross-tables.ts';
import { readFunnel } from './read-funnel.ts';
import { readResults } from './read-results.ts';
import { readTrend } from './read-trend.ts';

export function bindSurveyResults(binder: Binder): void {
  bind(binder, api.getResults, readResults);
  bind(binder, api.getTrend, readTrend);
  bind(binder, api.getBreakdown, readBreakdown);
  bind(binder, api.getCrossTables, readCrossTables);
  bind(binder, api.getFunnel, readFunnel);
}
