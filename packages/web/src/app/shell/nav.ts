import type { ComponentType } from 'react';
import {
  AimOutlined,
  ApartmentOutlined,
  AppstoreOutlined,
  AudioOutlined,
  BankOutlined,
  BugOutlined,
  BulbOutlined,
  CalendarOutlined,
  CustomerServiceOutlined,
  ContactsOutlined,
  ClockCircleOutlined,
  CommentOutlined,
  DashboardOutlined,
  DatabaseOutlined,
  DeleteOutlined,
  ExperimentOutlined,
  BranchesOutlined,
  FileProtectOutlined,
  FormOutlined,
  FlagOutlined,
  FilePptOutlined,
  GlobalOutlined,
  HistoryOutlined,
  HomeOutlined,
  HourglassOutlined,
  ImportOutlined,
  InboxOutlined,
  KeyOutlined,
  LayoutOutlined,
  LineChartOutlined,
  MailOutlined,
  NotificationOutlined,
  PartitionOutlined,
  ProductOutlined,
  SafetyCertificateOutlined,
  ProjectOutlined,
  RadarChartOutlined,
  ReadOutlined,
  RocketOutlined,
  SafetyOutlined,
  ScheduleOutlined,
  SolutionOutlined,
  TagsOutlined,
  TeamOutlined,
  ThunderboltOutlined,
  TrophyOutlined,
  WarningOutlined,
} from '@ant-design/icons';
import type { LinkProps } from '@tanstack/react-router';
import type { Permission } from '@zhiheng/contract/identity/permission';
import { m } from '../../paraglide/messages.js';

interface NavItem {
  readonly to: NonNullable<LinkProps['to']>;
  readonly icon: ComponentType;
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
      { to: '/app/home', icon: HomeOutlined, label: m.boards_home, needs: 'insight.read' },
      { to: '/app/board', icon: DashboardOutlined, label: m.shell_nav_board, needs: 'insight.read' },
      { to: '/app/boards', icon: LayoutOutlined, label: m.boards_title, needs: 'insight.read' },
      { to: '/app/indicators', icon: ApartmentOutlined, label: m.shell_nav_indicators, needs: 'measurement.read' },
      { to: '/app/services', icon: AppstoreOutlined, label: m.shell_nav_services, needs: 'catalog.read' },
      { to: '/app/agreements', icon: SafetyCertificateOutlined, label: m.shell_nav_agreements, needs: 'agreements.read' },
      { to: '/app/objectives', icon: AimOutlined, label: m.objectives_title, needs: 'objectives.read' },
      { to: '/app/probes', icon: RadarChartOutlined, label: m.probes_title, needs: 'objectives.read' },
      { to: '/app/scorecards', icon: TrophyOutlined, label: m.shell_nav_scorecards, needs: 'evaluation.read' },
    ],
  },
  {
    label: m.shell_group_listen,
    items: [
      { to: '/app/cases', icon: CustomerServiceOutlined, label: m.cases_title, needs: 'cases.read' },
      { to: '/app/surveys', icon: SolutionOutlined, label: m.surveys_title, needs: 'surveys.read' },
      { to: '/app/feedback', icon: CommentOutlined, label: m.feedback_title, needs: 'feedback.read' },
      { to: '/app/fieldwork', icon: AudioOutlined, label: m.fieldwork_title, needs: 'fieldwork.read' },
      { to: '/app/campaigns', icon: FlagOutlined, label: m.campaigns_title, needs: 'campaigns.read' },
      { to: '/app/customers', icon: ContactsOutlined, label: m.shell_nav_customers, needs: 'customers.read' },
      { to: '/app/knowledge', icon: ReadOutlined, label: m.shell_nav_knowledge, needs: 'knowledge.read' },
    ],
  },
  {
    label: m.shell_group_improve,
    items: [
      { to: '/app/findings', icon: BugOutlined, label: m.findings_title, needs: 'findings.read' },
      { to: '/app/diagnosis', icon: LineChartOutlined, label: m.diagnosis_title, needs: 'diagnosis.read' },
      { to: '/app/projects', icon: RocketOutlined, label: m.improvement_nav, needs: 'improvement.read' },
      { to: '/app/plans', icon: ProjectOutlined, label: m.planning_title, needs: 'improvement.read' },
      { to: '/app/reviews', icon: ScheduleOutlined, label: m.reviews_title, needs: 'improvement.read' },
      { to: '/app/suggestions', icon: BulbOutlined, label: m.suggestions_title, needs: 'suggestions.read' },
      { to: '/app/verifications', icon: ExperimentOutlined, label: m.verification_title, needs: 'improvement.read' },
      { to: '/app/causes', icon: BranchesOutlined, label: m.causes_title, needs: 'findings.read' },
      { to: '/app/standards', icon: FileProtectOutlined, label: m.standards_title, needs: 'standards.read' },
      { to: '/app/reports', icon: FilePptOutlined, label: m.reporting_title, needs: 'reports.read' },
    ],
  },
  {
    label: m.shell_group_data,
    items: [
      { to: '/app/imports', icon: ImportOutlined, label: m.shell_nav_imports, needs: 'measurement.read' },
      { to: '/app/case-imports', icon: InboxOutlined, label: m.case_imports_title, needs: 'cases.define' },
      { to: '/app/collections', icon: CalendarOutlined, label: m.shell_nav_collections, needs: 'measurement.read' },
      { to: '/app/quarantine', icon: WarningOutlined, label: m.shell_nav_quarantine, needs: 'measurement.read' },
    ],
  },
  {
    label: m.shell_group_admin,
    items: [
      { to: '/app/admin/users', icon: TeamOutlined, label: m.shell_nav_users, needs: 'identity.read' },
      { to: '/app/admin/roles', icon: SafetyOutlined, label: m.shell_nav_roles, needs: 'identity.read' },
      { to: '/app/admin/units', icon: PartitionOutlined, label: m.shell_nav_units, needs: 'organisation.read' },
      { to: '/app/admin/calendars', icon: ClockCircleOutlined, label: m.shell_nav_calendars, needs: 'agreements.read' },
      { to: '/app/admin/case-categories', icon: TagsOutlined, label: m.cases_nav_categories, needs: 'cases.define' },
      { to: '/app/admin/case-portal', icon: GlobalOutlined, label: m.portal_nav, needs: 'cases.define' },
      { to: '/app/admin/case-fields', icon: FormOutlined, label: m.cases_nav_fields, needs: 'cases.define' },
      { to: '/app/admin/case-limits', icon: HourglassOutlined, label: m.cases_nav_limits, needs: 'cases.define' },
      { to: '/app/admin/mail', icon: MailOutlined, label: m.mail_title, needs: 'mail.define' },
      { to: '/app/admin/channels', icon: NotificationOutlined, label: m.notifications_channels_title, needs: 'notifications.define' },
      { to: '/app/admin/automation', icon: ThunderboltOutlined, label: m.automation_title, needs: 'automation.read' },
      { to: '/app/admin/open-data', icon: DatabaseOutlined, label: m.open_data_title, needs: 'open-data.manage' },
      { to: '/app/admin/api-keys', icon: KeyOutlined, label: m.shell_nav_api_keys, needs: 'identity.manage' },
      { to: '/app/admin/packs', icon: ProductOutlined, label: m.shell_nav_packs, needs: 'packs.manage' },
      { to: '/app/admin/changes', icon: HistoryOutlined, label: m.shell_nav_changes, needs: 'audit.read' },
      { to: '/app/admin/trash', icon: DeleteOutlined, label: m.shell_nav_trash, needs: 'trash.restore' },
      { to: '/app/admin/organisation', icon: BankOutlined, label: m.shell_nav_organisation, needs: 'organisation.manage' },
    ],
  },
];
