import type { CauseMethod } from '@zhiheng/contract/causes/cause-tree';
import type { CauseState } from '@zhiheng/contract/causes/causes';
import type { DetectedBy } from '@zhiheng/contract/causes/detected-by';
import type { EvidenceRequest, Says, TestMethod } from '@zhiheng/contract/causes/evidence';
import type { FindingKind } from '@zhiheng/contract/findings/finding-kind';
import { m } from '../../paraglide/messages.js';
import type { Tone } from '../../ui/status-badge.tsx';

type Words<K extends string> = Readonly<Record<K, () => string>>;

export const methodWords: Words<CauseMethod> = {
  'five-whys': m.causes_method_five_whys,
  fishbone: m.causes_method_fishbone,
  'fault-tree': m.causes_method_fault_tree,
};
export const kindWords: Words<FindingKind> = {
  people: m.causes_kind_people,
  process: m.causes_kind_process,
  technology: m.causes_kind_technology,
  resources: m.causes_kind_resources,
  environment: m.causes_kind_environment,
};
export const stateWords: Words<CauseState> = {
  open: m.causes_state_open,
  supported: m.causes_state_supported,
  refuted: m.causes_state_refuted,
};
export const gateWords = { and: m.causes_gate_and, or: m.causes_gate_or } as const;
export const saysWords: Words<Says> = { supports: m.causes_says_supports, refutes: m.causes_says_refutes, open: m.causes_says_open };
export const saysTones: Readonly<Record<Says, Tone>> = { supports: 'good', refutes: 'bad', open: 'idle' };
export const testWords: Words<TestMethod> = {
  welch: m.causes_test_welch,
  'mann-whitney': m.causes_test_mann_whitney,
  'two-proportions': m.causes_test_two_proportions,
  'chi-square': m.causes_test_chi_square,
};
export const claimWords: Words<EvidenceRequest['claim']> = {
  above: m.causes_claim_above,
  below: m.causes_claim_below,
  'first-higher': m.causes_claim_first_higher,
  'first-lower': m.causes_claim_first_lower,
  differ: m.causes_claim_differ,
};
export const detectedWords: Words<DetectedBy> = {
  customer: m.causes_by_customer,
  staff: m.causes_by_staff,
  monitoring: m.causes_by_monitoring,
  supplier: m.causes_by_supplier,
  audit: m.causes_by_audit,
};
