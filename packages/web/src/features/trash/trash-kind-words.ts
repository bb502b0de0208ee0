import type { trashKind } from '@zhiheng/contract/insight/board';
import type { z } from 'zod';
import { m } from '../../paraglide/messages.js';

export const trashKindWords = {
  service: m.shell_kind_service,
  indicator: m.shell_kind_indicator,
  scorecard: m.shell_kind_scorecard,
  team: m.admin_kind_team,
  site: m.admin_kind_site,
  segment: m.admin_kind_segment,
  account: m.shell_kind_account,
  collection: m.admin_kind_collection,
  article: m.admin_kind_article,
  standard: m.standards_thing,
  'cause-analysis': m.causes_thing,
  'service-failure': m.causes_failure_thing,
  'customer-need': m.admin_kind_customer_need,
  customer: m.admin_kind_customer,
  'field-study': m.fieldwork_kind_of_study,
  'field-session': m.fieldwork_kind_of_session,
  campaign: m.campaigns_kind_of_thing,
  project: m.improvement_kind_of_thing,
  'service-plan': m.planning_thing,
  review: m.reviews_thing,
  survey: m.surveys_kind,
  'case-category': m.admin_kind_case_category,
  calendar: m.admin_kind_calendar,
  agreement: m.admin_kind_agreement,
  supplier: m.admin_kind_supplier,
  'service-contract': m.admin_kind_service_contract,
} as const satisfies Record<z.infer<typeof trashKind>, () => string>;
