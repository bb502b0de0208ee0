/** The door of organisation. */
export { createOrganisation } from './create-organisation.ts';
