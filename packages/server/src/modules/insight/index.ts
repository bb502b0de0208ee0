/** The door of insight. */
export { bindInsight } from './insight.routes.ts';
