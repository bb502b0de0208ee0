/** The door of cases. */
export { bindCases } from './cases.routes.ts';
