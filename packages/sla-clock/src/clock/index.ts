export { partyKey, partyOfKey } from './clock-event.ts';
export type { CaseFields, CaseMerged, CaseOpened, CaseSaved, ClockEvent, Message, Party, TimeExcluded } from './clock-event.ts';
export { compileAgreements, type AgreementLine, type Agreements } from './compile-agreements.ts';
export type {
  CancelReason,
  ClockLedger,
  ClockStanding,
  ClockStatus,
  Deadline,
  Ledger,
  LedgerInterval,
  Phase,
  PolicyVersion,
  StepState,
  Takeover,
} from './ledger.ts';
export { projectClock, projectClocks, type ClockProjection } from './projection.ts';
export { runClock } from './run-clock.ts';
export { attributeBreach, secondsByParty, type BreachAttribution, type PartyShare } from './seconds-by-party.ts';
