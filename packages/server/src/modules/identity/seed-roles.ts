import { builtInRoles, type BuiltInRole } from '@zhiheng/contract/identity/permission';
import type { LocalText } from '@zhiheng/contract/values/text';
import { newId } from '../../platform/identifier.ts';
import type { Operation } from '../../platform/operation.ts';

const names = {
  administrator: { zh: '系统管理员', en: 'Administrator' },
  'quality-manager': { zh: '质量经理', en: 'Quality manager' },
  'service-agent': { zh: '服务人员', en: 'Service agent' },
  auditor: { zh: '审核员', en: 'Auditor' },
  'team-lead': { zh: '班组长', en: 'Team lead' },
  executive: { zh: '高层管理者', en: 'Executive' },
  customer: { zh: '客户', en: 'Customer' },
} as const satisfies Record<BuiltInRole, LocalText>;

/** Gives a new organisation the roles out of the box. */
export async function seedRoles(operation: Pick<Operation, 'db' | 'orgId'>): Promise<void> {
  const rows = (Object.keys(builtInRoles) as BuiltInRole[]).map((code) => ({
    org_id: operation.orgId,
    id: newId(),
    code,
    name: JSON.stringify(names[code]),
    permissions: [...builtInRoles[code]],
    built_in: true,
  }));
  await operation.db.insertInto('role').values(rows).execute();
}
