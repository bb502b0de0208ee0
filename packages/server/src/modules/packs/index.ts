/** The door of packs. */
export { bindPacks } from './packs.routes.ts';
