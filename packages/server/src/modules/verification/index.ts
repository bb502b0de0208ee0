/** The door of verification. */
export { lookAgain } from './looks/look-again.ts';
export { verdictSource } from './verdicts-of-projects.ts';
export { bindVerification } from './verification.routes.ts';
export { complaintSubscriber } from './watch/on-new-complaint.ts';
