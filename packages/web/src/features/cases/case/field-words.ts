import { m } from '../../../paraglide/messages.js';

const words: Readonly<Record<string, () => string>> = {
  subject: m.cases_fact_subject,
  description: m.cases_fact_description,
  type: m.cases_fact_type,
  status: m.cases_fact_status,
  priority: m.cases_fact_priority,
  severity: m.cases_fact_severity,
  serviceId: m.cases_fact_service,
  categoryId: m.cases_fact_category,
  siteId: m.cases_fact_site,
  customerId: m.cases_fact_customer,
  contractId: m.cases_fact_contract,
  contactName: m.cases_fact_contact,
  contactEmail: m.cases_fact_email,
  contactPhone: m.cases_fact_phone,
  teamId: m.cases_fact_team,
  assigneeId: m.cases_fact_assignee,
  supplierId: m.cases_fact_supplier,
  cause: m.cases_fact_cause,
  complaintKind: m.cases_fact_complaint_kind,
  remedy: m.cases_fact_remedy,
  tags: m.cases_fact_tags,
  custom: m.cases_fact_custom,
  rule: m.cases_fact_rule,
  language: m.cases_fact_language,
};

/** The name of a field of a case; one without a word of its own keeps its name. */
export const fieldWords = (field: string): string => words[field]?.() ?? field;
