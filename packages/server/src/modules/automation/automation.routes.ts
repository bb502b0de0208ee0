import * as api from '@zhiheng/contract/automation/automation';
import { bind, type Binder } from '../../platform/http/bind.ts';
import { getRule, listRules, listVersions } from './list-rules.ts';
import { listRuns } from './list-runs.ts';
import { tryRule } from './try-rule.ts';
import { createRule, deleteRule, orderRules, updateRule } from './write-rule.ts';

export function bindAutomation(binder: Binder): void {
  bind(binder, api.listAutomationRules, listRules);
  bind(binder, api.getAutomationRule, getRule);
  bind(binder, api.createAutomationRule, createRule);
  bind(binder, api.updateAutomationRule, updateRule);
  bind(binder, api.deleteAutomationRule, deleteRule);
  bind(binder, api.orderAutomationRules, orderRules);
  bind(binder, api.listAutomationVersions, listVersions);
  bind(binder, api.listAutomationRuns, listRuns);
  bind(binder, api.tryAutomation, tryRule);
}
