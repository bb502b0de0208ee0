/** The door of catalog. */
export { servicesPackPart } from './pack-part.ts';
export { bindCatalog } from './catalog.routes.ts';
export { restoreService } from './restore-service.ts';
