/** The door of packs. */
export { bindPacks } from './packs.routes.ts';
export { checkPackFolder } from './check-pack-folder.ts';
