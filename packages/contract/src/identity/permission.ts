import { z } from 'zod';

/** Everything that can be allowed. `read` shows, `write` changes daily data, `define` changes what is measured and how. */
export const permission = z.enum([
  'identity.read',
  'identity.manage',
  'organisation.read',
  'organisation.manage',
  'catalog.read',
  'catalog.write',
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
    'measurement.write',
    'measurement.define',
    'evaluation.define',
    'trash.restore',
    'packs.manage',
  ],
  'service-agent': ['organisation.read', 'catalog.read', 'measurement.read', 'measurement.write', 'insight.read'],
  auditor: [...reading, 'identity.read', 'audit.read'],
  'team-lead': [...reading, 'identity.read', 'measurement.write'],
  executive: reading,
  customer: [],
} as const satisfies Record<string, readonly Permission[]>;
export type BuiltInRole = keyof typeof builtInRoles;
