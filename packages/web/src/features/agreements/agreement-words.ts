import type { Agreement } from '@zhiheng/contract/agreements/agreements';
import type { AgreementDefinition } from '@zhiheng/contract/agreements/policy';
import { m } from '../../paraglide/messages.js';
import type { ColumnKey } from './editor/target-rows.ts';

type Target = AgreementDefinition['targets'][number];

export const kindWords: Readonly<Record<Agreement['kind'], () => string>> = {
  sla: m.agreements_kind_sla,
  ola: m.agreements_kind_ola,
  'supplier-contract': m.agreements_kind_supplier_contract,
};

const targetWord = (code: Target['kind']) => () => m.agreements_target_of({ code });
export const targetWords: Readonly<Record<Target['kind'], () => string>> = {
  'first-response': targetWord('first-response'),
  'next-reply': targetWord('next-reply'),
  'periodic-update': targetWord('periodic-update'),
  resolution: targetWord('resolution'),
  'requester-wait': targetWord('requester-wait'),
  'agent-work': targetWord('agent-work'),
};

export const reopeningWords: Readonly<Record<Target['reopening'], () => string>> = {
  once: m.agreements_reopening_once,
  continue: m.agreements_reopening_continue,
  'new-cycle': m.agreements_reopening_new_cycle,
  reset: m.agreements_reopening_reset,
};

export const columnWords: Readonly<Record<ColumnKey, () => string>> = {
  all: m.agreements_priority_all,
  p1: () => 'P1',
  p2: () => 'P2',
  p3: () => 'P3',
  p4: () => 'P4',
};

export type Told = AgreementDefinition['actions'][number]['notify'][number];
export const toldWords: Readonly<Record<Told, () => string>> = {
  assignee: m.agreements_told_assignee,
  team: m.agreements_told_team,
  'team-lead': m.agreements_told_team_lead,
  'quality-manager': m.agreements_told_quality_manager,
  owner: m.agreements_told_owner,
};

type Dimension = keyof AgreementDefinition['scope'];
export const dimensionWords: Readonly<Record<Dimension, () => string>> = {
  contract: m.agreements_scope_contract,
  customer: m.agreements_scope_customer,
  segment: m.agreements_scope_segment,
  service: m.agreements_scope_service,
  type: m.agreements_scope_type,
  priority: m.agreements_scope_priority,
  channel: m.agreements_scope_channel,
};
export const dimensions = Object.keys(dimensionWords) as readonly Dimension[];
export type ScopeDimension = Dimension;
