/** The door of agreements. */
export { bindAgreements } from './agreements.routes.ts';
export { proposeChange } from './propose-change.ts';
export { agreementsAt, readAgreementsInForce, revisionOf, type AgreementsInForce, type Revision } from './read-agreements-in-force.ts';
export { agreementsPackPart } from './pack/agreements-pack-part.ts';
export { calendarsPackPart } from './pack/calendars-pack-part.ts';
export { faultsOfPackAgreement, faultsOfPackCalendar } from './pack/pack-faults.rules.ts';
export { readRulesOfToday, requirePublishable, type RulesOfToday } from './rules-of-today.ts';
export { restoreAgreement } from './agreements/restore-agreement.ts';
export { restoreCalendar, restoreContract, restoreSupplier } from './restore.ts';
export { readWorkingTime } from './calendars/working-time.ts';
export { spellNames } from './spell-names.ts';
