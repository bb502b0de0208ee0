/** The door of reports. */
export { reportSweeps, reportWorkers } from './background-work.ts';
export { bindReports } from './reports.routes.ts';
