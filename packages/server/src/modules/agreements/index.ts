/** The door of agreements. */
export { readAgreementsInForce, type AgreementsInForce } from './read-agreements-in-force.ts';
export { spellNames } from './spell-names.ts';
