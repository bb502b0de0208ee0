import type { LinkProps } from '@tanstack/react-router';
import { m } from '../../paraglide/messages.js';
import type { Hit } from './search.query.ts';

type Target = Pick<LinkProps, 'to' | 'params' | 'search'>;

/** The page where a found thing is shown. */
export const hitTargets = {
  case: (hit) => ({ to: '/app/cases/$id', params: { id: hit.code } }),
  customer: (hit) => ({ to: '/app/customers', search: { customer: hit.id } }),
  survey: (hit) => ({ to: '/app/surveys/$id/results', params: { id: hit.id } }),
  article: (hit) => ({ to: '/app/knowledge/$id', params: { id: hit.id } }),
  agreement: (hit) => ({ to: '/app/agreements/$id', params: { id: hit.id } }),
  supplier: (hit) => ({ to: '/app/agreements', search: { view: 'suppliers', edit: hit.id } }),
  calendar: (hit) => ({ to: '/app/admin/calendars/$id', params: { id: hit.id } }),
  service: (hit) => ({ to: '/app/services', search: { service: hit.id } }),
  indicator: (hit) => ({ to: '/app/indicators/$code', params: { code: hit.code } }),
  scorecard: (hit) => ({ to: '/app/scorecards', search: { scorecard: hit.code } }),
  unit: () => ({ to: '/app/admin/units' }),
  'field-study': (hit) => ({ to: '/app/fieldwork/$id', params: { id: hit.id } }),
  campaign: (hit) => ({ to: '/app/campaigns/$id', params: { id: hit.id } }),
  finding: (hit) => ({ to: '/app/findings/$id', params: { id: hit.id } }),
  'cause-analysis': (hit) => ({ to: '/app/causes/$id', params: { id: hit.id } }),
  standard: (hit) => ({ to: '/app/standards/$id', params: { id: hit.id } }),
  project: (hit) => ({ to: '/app/projects/$id', params: { id: hit.id } }),
  'service-plan': (hit) => ({ to: '/app/plans/$id', params: { id: hit.id } }),
  review: (hit) => ({ to: '/app/reviews/$id', params: { id: hit.id } }),
  account: (hit) => ({ to: '/app/admin/users', search: { q: hit.code } }),
} as const satisfies Record<Hit['kind'], (hit: Hit) => Target>;

export const hitKindWords = {
  case: m.shell_kind_case,
  customer: m.shell_kind_customer,
  survey: m.shell_kind_survey,
  article: m.shell_kind_article,
  agreement: m.shell_kind_agreement,
  supplier: m.shell_kind_supplier,
  calendar: m.shell_kind_calendar,
  service: m.shell_kind_service,
  indicator: m.shell_kind_indicator,
  scorecard: m.shell_kind_scorecard,
  unit: m.shell_kind_unit,
  'field-study': m.fieldwork_kind_of_study,
  campaign: m.campaigns_kind_of_thing,
  finding: m.findings_thing,
  'cause-analysis': m.causes_thing,
  standard: m.standards_thing,
  project: m.improvement_kind_of_thing,
  'service-plan': m.planning_thing,
  review: m.reviews_thing,
  account: m.shell_kind_account,
} as const satisfies Record<Hit['kind'], () => string>;
