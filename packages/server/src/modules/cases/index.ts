/** The door of cases. */
export { simulationWorker, sweepSimulations } from './simulation/simulate.ts';
export { restoreCategory } from './categories/delete-category.ts';
export { bindCases } from './cases.routes.ts';
export { bindClockReports } from './clock-reports.routes.ts';
export { askForRatings } from './ratings/ask-for-ratings.ts';
export { ratingSubscriber } from './ratings/on-case-resolved.ts';
export { listCases } from './list-cases.ts';
export { rebuildClocks, recountCases } from './recount-cases.ts';
export { receiveMessage } from './receive-message.ts';
export { rebuildObservations } from './observations/rebuild-observations.ts';
export { sweepDays } from './observations/sweep-days.ts';
export { recordDelivery } from './record-delivery.ts';
export { emptyDraft, openCase, type OpenedCase } from './open-case.ts';
export { storeAttachment } from './attachments/store-attachment.ts';
export { sweepClocks } from './sweep-clocks.ts';
export { sendAnnouncements } from './announce-case.ts';
export { changeCase } from './change-cases.ts';
export { visibleTo } from './visible-cases.ts';
