import type { CostPart, PriorityCriterion } from '@zhiheng/contract/findings/priority';
import { m } from '../../../paraglide/messages.js';

export const criterionWords: Readonly<Record<PriorityCriterion, () => string>> = {
  importance: m.findings_criterion_importance,
  urgency: m.findings_criterion_urgency,
  feasibility: m.findings_criterion_feasibility,
  resources: m.findings_criterion_resources,
  risk: m.findings_criterion_risk,
  cost: m.findings_criterion_cost,
};

export const costWords: Readonly<Record<CostPart, () => string>> = {
  credits: m.findings_cost_credits,
  rework: m.findings_cost_rework,
  churn: m.findings_cost_churn,
  complaints: m.findings_cost_complaints,
};
