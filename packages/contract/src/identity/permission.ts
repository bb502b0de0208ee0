import { z } from 'zod';

/** Everything that can be allowed. `read` shows, `write` changes daily data, `define` changes what is promised, measured and how; `personal` shows names and addresses, `restricted` adverse events. */
export const permission = z.enum([
  'identity.read',
  'identity.manage',
  'organisation.read',
  'organisation.manage',
  'catalog.read',
  'catalog.write',
  'customers.read',
  'customers.write',
  'customers.personal',
  'agreements.read',
  'agreements.define',
  'cases.read',
  'cases.write',
  'cases.define',
  'cases.restricted',
  'knowledge.read',
  'knowledge.write',
  'measurement.read',
  'measurement.write',
  'measurement.define',
  'evaluation.read',
  'evaluation.define',
  'insight.read',
  'audit.read',
  'trash.restore',
  'packs.manage',
]);
export type Permission = z.infer<typeof permission>;

const everything = permission.options;
const reading = everything.filter((p) => p.endsWith('.read') && p !== 'identity.read' && p !== 'audit.read');

/** Roles out of the box. Organisations add their own. `customer` signs in by link only and sees nothing of the house. */
export const builtInRoles = {
  administrator: everything,
  'quality-manager': [
    ...reading,
    'identity.read',
    'audit.read',
    'catalog.write',
    'customers.write',
    'customers.personal',
    'agreements.define',
    'cases.write',
    'cases.define',
    'cases.restricted',
    'knowledge.write',
    'measurement.write',
    'measurement.define',
    'evaluation.define',
    'trash.restore',
    'packs.manage',
  ],
  'service-agent': [
    'organisation.read',
    'catalog.read',
    'customers.read',
    'customers.write',
    'customers.personal',
    'agreements.read',
    'cases.read',
    'cases.write',
    'knowledge.read',
    'knowledge.write',
    'measurement.read',
    'measurement.write',
    'insight.read',
  ],
  auditor: [...reading, 'identity.read', 'audit.read'],
  'team-lead': [
    ...reading,
    'identity.read',
    'customers.write',
    'customers.personal',
    'cases.write',
    'cases.restricted',
    'knowledge.write',
    'measurement.write',
  ],
  executive: reading,
  customer: [],
} as const satisfies Record<string, readonly Permission[]>;
export type BuiltInRole = keyof typeof builtInRoles;
