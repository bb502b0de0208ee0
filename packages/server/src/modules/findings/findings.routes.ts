import * as api from '@zhiheng/contract/findings/findings';
import { bind, type Binder } from '../../platform/http/bind.ts';
import { addEvidence, removeEvidence } from './evidence/change-evidence.ts';
import { exportFindings } from './register/export-findings.ts';
import { countFindings, listFindings } from './register/list-findings.ts';
import { mergeFindings } from './register/merge-findings.ts';
import { openByHand } from './register/open-by-hand.ts';
import { findFinding } from './register/read-finding.ts';
import { moveFinding } from './register/set-finding-state.ts';
import { updateFinding } from './register/update-finding.ts';

export function bindFindings(binder: Binder): void {
  bind(binder, api.listFindings, listFindings);
  bind(binder, api.countFindings, countFindings);
  bind(binder, api.exportFindings, exportFindings);
  bind(binder, api.getFinding, (call, { params }) => findFinding(call, params.id));
  bind(binder, api.openFindingByHand, openByHand);
  bind(binder, api.updateFinding, updateFinding);
  bind(binder, api.moveFinding, moveFinding);
  bind(binder, api.mergeFindings, mergeFindings);
  bind(binder, api.addFindingEvidence, addEvidence);
  bind(binder, api.removeFindingEvidence, removeEvidence);
}
