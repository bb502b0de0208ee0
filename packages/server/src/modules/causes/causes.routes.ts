import * as api from '@zhiheng/contract/causes/causes';
import * as failures from '@zhiheng/contract/causes/service-failures';
import { bind, type Binder } from '../../platform/http/bind.ts';
import { createAnalysis } from './analyses/create-analysis.ts';
import { deleteAnalysis } from './analyses/delete-analysis.ts';
import { listAnalyses } from './analyses/list-analyses.ts';
import { findAnalysis } from './analyses/read-analysis.ts';
import { saveTree } from './analyses/save-tree.ts';
import { addEvidence, recomputeEvidence, withdrawEvidence } from './evidence/link-evidence.ts';
import { workOut } from './evidence/work-out.ts';
import { listFailures } from './failures/list-failures.ts';
import { createFailure, deleteFailure, updateFailure } from './failures/write-failure.ts';

export function bindCauses(binder: Binder): void {
  bind(binder, api.listAnalyses, listAnalyses);
  bind(binder, api.getAnalysis, (call, { params }) => findAnalysis(call, params.id));
  bind(binder, api.createAnalysis, createAnalysis);
  bind(binder, api.saveTree, saveTree);
  bind(binder, api.deleteAnalysis, deleteAnalysis);
  bind(binder, api.addCauseEvidence, addEvidence);
  bind(binder, api.tryCauseEvidence, (call, { body }) => workOut(call, body.request));
  bind(binder, api.withdrawCauseEvidence, withdrawEvidence);
  bind(binder, api.recomputeCauseEvidence, recomputeEvidence);

  bind(binder, failures.listFailures, listFailures);
  bind(binder, failures.createFailure, createFailure);
  bind(binder, failures.updateFailure, updateFailure);
  bind(binder, failures.deleteFailure, deleteFailure);
}
