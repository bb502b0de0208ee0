import type { LinkProps } from '@tanstack/react-router';
import type { Permission } from '@zhiheng/contract/identity/permission';
import { m } from '../../paraglide/messages.js';

interface NavItem {
  readonly to: NonNullable<LinkProps['to']>;
  readonly label: () => string;
  /** whoever lacks it does not see the item */
  readonly needs: Permission;
}

export interface NavGroup {
  readonly label: () => string;
  readonly items: readonly NavItem[];
}

/** The menu: what exists, in the order of the work. */
export const navGroups: readonly NavGroup[] = [
  {
    label: m.shell_group_monitor,
    items: [
      { to: '/app/home', label: m.boards_home, needs: 'insight.read' },
      { to: '/app/board', label: m.shell_nav_board, needs: 'insight.read' },
      { to: '/app/boards', label: m.boards_title, needs: 'insight.read' },
      { to: '/app/indicators', label: m.shell_nav_indicators, needs: 'measurement.read' },
      { to: '/app/services', label: m.shell_nav_services, needs: 'catalog.read' },
      { to: '/app/agreements', label: m.shell_nav_agreements, needs: 'agreements.read' },
      { to: '/app/objectives', label: m.objectives_title, needs: 'objectives.read' },
      { to: '/app/probes', label: m.probes_title, needs: 'objectives.read' },
      { to: '/app/scorecards', label: m.shell_nav_scorecards, needs: 'evaluation.read' },
    ],
  },
  {
    label: m.shell_group_listen,
    items: [
      { to: '/app/cases', label: m.cases_title, needs: 'cases.read' },
      { to: '/app/surveys', label: m.surveys_title, needs: 'surveys.read' },
      { to: '/app/feedback', label: m.feedback_title, needs: 'feedback.read' },
      { to: '/app/fieldwork', label: m.fieldwork_title, needs: 'fieldwork.read' },
      { to: '/app/campaigns', label: m.campaigns_title, needs: 'campaigns.read' },
      { to: '/app/customers', label: m.shell_nav_customers, needs: 'customers.read' },
      { to: '/app/knowledge', label: m.shell_nav_knowledge, needs: 'knowledge.read' },
    ],
  },
  {
    label: m.shell_group_improve,
    items: [
      { to: '/app/findings', label: m.findings_title, needs: 'findings.read' },
      { to: '/app/diagnosis', label: m.diagnosis_title, needs: 'diagnosis.read' },
      { to: '/app/projects', label: m.improvement_nav, needs: 'improvement.read' },
      { to: '/app/plans', label: m.planning_title, needs: 'improvement.read' },
      { to: '/app/reviews', label: m.reviews_title, needs: 'improvement.read' },
      { to: '/app/suggestions', label: m.suggestions_title, needs: 'suggestions.read' },
      { to: '/app/verifications', label: m.verification_title, needs: 'improvement.read' },
      { to: '/app/causes', label: m.causes_title, needs: 'findings.read' },
      { to: '/app/standards', label: m.standards_title, needs: 'standards.read' },
      { to: '/app/reports', label: m.reporting_title, needs: 'reports.read' },
    ],
  },
  {
    label: m.shell_group_data,
    items: [
      { to: '/app/imports', label: m.shell_nav_imports, needs: 'measurement.read' },
      { to: '/app/case-imports', label: m.case_imports_title, needs: 'cases.define' },
      { to: '/app/collections', label: m.shell_nav_collections, needs: 'measurement.read' },
      { to: '/app/quarantine', label: m.shell_nav_quarantine, needs: 'measurement.read' },
    ],
  },
  {
    label: m.shell_group_admin,
    items: [
      { to: '/app/admin/users', label: m.shell_nav_users, needs: 'identity.read' },
      { to: '/app/admin/roles', label: m.shell_nav_roles, needs: 'identity.read' },
      { to: '/app/admin/units', label: m.shell_nav_units, needs: 'organisation.read' },
      { to: '/app/admin/calendars', label: m.shell_nav_calendars, needs: 'agreements.read' },
      { to: '/app/admin/case-categories', label: m.cases_nav_categories, needs: 'cases.define' },
      { to: '/app/admin/case-portal', label: m.portal_nav, needs: 'cases.define' },
      { to: '/app/admin/case-fields', label: m.cases_nav_fields, needs: 'cases.define' },
      { to: '/app/admin/case-limits', label: m.cases_nav_limits, needs: 'cases.define' },
      { to: '/app/admin/mail', label: m.mail_title, needs: 'mail.define' },
      { to: '/app/admin/channels', label: m.notifications_channels_title, needs: 'notifications.define' },
      { to: '/app/admin/automation', label: m.automation_title, needs: 'automation.read' },
      { to: '/app/admin/open-data', label: m.open_data_title, needs: 'open-data.manage' },
      { to: '/app/admin/api-keys', label: m.shell_nav_api_keys, needs: 'identity.manage' },
      { to: '/app/admin/packs', label: m.shell_nav_packs, needs: 'packs.manage' },
      { to: '/app/admin/changes', label: m.shell_nav_changes, needs: 'audit.read' },
      { to: '/app/admin/trash', label: m.shell_nav_trash, needs: 'trash.restore' },
      { to: '/app/admin/organisation', label: m.shell_nav_organisation, needs: 'organisation.manage' },
    ],
  },
];
