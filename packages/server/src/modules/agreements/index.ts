/** The door of agreements. */
export { bindAgreements } from './agreements.routes.ts';
export { readAgreementsInForce, type AgreementsInForce } from './read-agreements-in-force.ts';
export { restoreAgreement } from './agreements/restore-agreement.ts';
export { restoreCalendar, restoreContract, restoreSupplier } from './restore.ts';
export { spellNames } from './spell-names.ts';
