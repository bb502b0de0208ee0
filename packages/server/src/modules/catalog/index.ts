/** The door of catalog. */
export { servicesPackPart } from './pack-part.ts';
