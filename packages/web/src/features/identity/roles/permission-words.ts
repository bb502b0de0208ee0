import type { Permission } from '@zhiheng/contract/identity/permission';
import { m } from '../../../paraglide/messages.js';

/** What a permission allows, in words. */
export const permissionWords = {
  'identity.read': m.admin_may_identity_read,
  'identity.manage': m.admin_may_identity_manage,
  'organisation.read': m.admin_may_organisation_read,
  'organisation.manage': m.admin_may_organisation_manage,
  'catalog.read': m.admin_may_catalog_read,
  'catalog.write': m.admin_may_catalog_write,
  'customers.read': m.admin_may_customers_read,
  'customers.write': m.admin_may_customers_write,
  'customers.personal': m.admin_may_customers_personal,
  'agreements.read': m.admin_may_agreements_read,
  'agreements.define': m.admin_may_agreements_define,
  'cases.read': m.admin_may_cases_read,
  'cases.write': m.admin_may_cases_write,
  'cases.define': m.admin_may_cases_define,
  'cases.restricted': m.admin_may_cases_restricted,
  'knowledge.read': m.admin_may_knowledge_read,
  'knowledge.write': m.admin_may_knowledge_write,
  'mail.define': m.admin_may_mail_define,
  'measurement.read': m.admin_may_measurement_read,
  'measurement.write': m.admin_may_measurement_write,
  'measurement.define': m.admin_may_measurement_define,
  'evaluation.read': m.admin_may_evaluation_read,
  'evaluation.define': m.admin_may_evaluation_define,
  'objectives.read': m.admin_may_objectives_read,
  'objectives.define': m.admin_may_objectives_define,
  'insight.read': m.admin_may_insight_read,
  'automation.read': m.admin_may_automation_read,
  'automation.define': m.admin_may_automation_define,
  'audit.read': m.admin_may_audit_read,
  'trash.restore': m.admin_may_trash_restore,
  'packs.manage': m.admin_may_packs_manage,
} as const satisfies Record<Permission, () => string>;

interface PermissionGroup {
  readonly title: () => string;
  readonly permissions: readonly Permission[];
}

/** The permissions in the order of the menu. */
export const permissionGroups: readonly PermissionGroup[] = [
  {
    title: m.shell_group_monitor,
    permissions: [
      'insight.read',
      'evaluation.read',
      'evaluation.define',
      'catalog.read',
      'catalog.write',
      'agreements.read',
      'agreements.define',
      'objectives.read',
      'objectives.define',
    ],
  },
  {
    title: m.shell_group_listen,
    permissions: [
      'cases.read',
      'cases.write',
      'cases.restricted',
      'cases.define',
      'knowledge.read',
      'knowledge.write',
      'customers.read',
      'customers.write',
      'customers.personal',
    ],
  },
  { title: m.shell_group_data, permissions: ['measurement.read', 'measurement.write', 'measurement.define'] },
  {
    title: m.shell_group_admin,
    permissions: [
      'automation.read',
      'automation.define',
      'identity.read',
      'identity.manage',
      'organisation.read',
      'organisation.manage',
      'packs.manage',
      'mail.define',
      'audit.read',
      'trash.restore',
    ],
  },
];
