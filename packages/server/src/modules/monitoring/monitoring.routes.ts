import * as objectives from '@zhiheng/contract/monitoring/objectives';
import * as openSlo from '@zhiheng/contract/monitoring/openslo';
import * as probes from '@zhiheng/contract/monitoring/probes';
import { bind, type Binder } from '../../platform/http/bind.ts';
import { decideExclusion, excludeTime } from './objectives/exclude-time.ts';
import { listObjectiveAlerts } from './objectives/list-alerts.ts';
import { listObjectives } from './objectives/list-objectives.ts';
import { readHistory } from './objectives/read-history.ts';
import { getObjective } from './objectives/read-objective.ts';
import { createObjective, publishObjective, retireObjective, saveObjectiveDraft } from './objectives/save-objective.ts';
import { exportOpenSlo } from './openslo/export-openslo.ts';
import { importOpenSlo } from './openslo/import-openslo.ts';
import { createProbe, deleteProbe, listProbes, runProbe, updateProbe } from './probes/save-probe.ts';

export function bindMonitoring(binder: Binder): void {
  bind(binder, probes.listProbes, listProbes);
  bind(binder, probes.createProbe, createProbe);
  bind(binder, probes.updateProbe, updateProbe);
  bind(binder, probes.deleteProbe, deleteProbe);
  bind(binder, probes.runProbe, runProbe);
  bind(binder, objectives.listObjectives, listObjectives);
  bind(binder, objectives.getObjective, getObjective);
  bind(binder, objectives.createObjective, createObjective);
  bind(binder, objectives.saveObjectiveDraft, saveObjectiveDraft);
  bind(binder, objectives.publishObjective, publishObjective);
  bind(binder, objectives.retireObjective, retireObjective);
  bind(binder, objectives.objectiveHistory, readHistory);
  bind(binder, objectives.excludeTime, excludeTime);
  bind(binder, objectives.decideExclusion, decideExclusion);
  bind(binder, objectives.listObjectiveAlerts, listObjectiveAlerts);
  bind(binder, openSlo.exportOpenSlo, exportOpenSlo);
  bind(binder, openSlo.importOpenSlo, importOpenSlo);
}
