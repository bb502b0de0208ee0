import * as api from '@zhiheng/contract/surveys/analyses';
import { bind, type Binder } from '../../../platform/http/bind.ts';
import type { Jobs } from '../../../platform/jobs/jobs.ts';
import { analysisChoices } from './analysis-choices.ts';
import { readAnalysis } from './analysis-row.ts';
import { cancelAnalysis } from './cancel-analysis.ts';
import { deleteAnalysis } from './delete-analysis.ts';
import { listAnalyses } from './list-analyses.ts';
import { repeatAnalysis, startAnalysis } from './start-analysis.ts';

export function bindSurveyAnalyses(binder: Binder, jobs: Jobs): void {
  bind(binder, api.listAnalyses, listAnalyses);
  bind(binder, api.startAnalysis, startAnalysis(jobs));
  bind(binder, api.getAnalysis, (call, { params }) => readAnalysis(call, params.id));
  bind(binder, api.cancelAnalysis, cancelAnalysis);
  bind(binder, api.repeatAnalysis, repeatAnalysis(jobs));
  bind(binder, api.deleteAnalysis, deleteAnalysis);
  bind(binder, api.getAnalysisChoices, analysisChoices);
}
