/** The door of organisation. */
export { createOrganisation } from './create-organisation.ts';
export { bindOrganisation } from './organisation.routes.ts';
export { restoreUnit } from './restore-unit.ts';
export { organisationPackPart } from './pack-part.ts';
