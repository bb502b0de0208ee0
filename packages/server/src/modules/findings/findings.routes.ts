import * as api from '@zhiheng/contract/findings/findings';
import * as priority from '@zhiheng/contract/findings/priority';
import * as rules from '@zhiheng/contract/findings/rules';
import { bind, type Binder } from '../../platform/http/bind.ts';
import { addEvidence, removeEvidence } from './evidence/change-evidence.ts';
import { getFindingPriority, setFindingPriority } from './priority/finding-priority.ts';
import { getPriorityModel, setPriorityModel } from './priority/priority-model.ts';
import { rankFindings } from './priority/rank-findings.ts';
import { setTeamCapacities } from './priority/team-capacities.ts';
import { exportFindings } from './register/export-findings.ts';
import { countFindings, listFindings } from './register/list-findings.ts';
import { mergeFindings } from './register/merge-findings.ts';
import { openByHand } from './register/open-by-hand.ts';
import { findFinding } from './register/read-finding.ts';
import { moveFinding } from './register/set-finding-state.ts';
import { updateFinding } from './register/update-finding.ts';
import { listFindingRules, setFindingRules } from './rules/finding-rules.ts';
import { tryFindingRules } from './rules/try-rules.ts';

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

  bind(binder, priority.getPriorityModel, getPriorityModel);
  bind(binder, priority.setPriorityModel, setPriorityModel);
  bind(binder, priority.getFindingPriority, (call, { params }) => getFindingPriority(call, params.id));
  bind(binder, priority.setFindingPriority, setFindingPriority);
  bind(binder, priority.rankFindings, rankFindings);
  bind(binder, priority.setTeamCapacities, setTeamCapacities);

  bind(binder, rules.listFindingRules, listFindingRules);
  bind(binder, rules.setFindingRules, setFindingRules);
  bind(binder, rules.tryFindingRules, tryFindingRules);
}
