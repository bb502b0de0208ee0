/** The door of monitoring. */
export { bindMonitoring } from './monitoring.routes.ts';
export { rebuildObjectives, refreshObjectives } from './objectives/refresh-objectives.ts';
export { networksOf } from './probes/address-guard.ts';
export { ProbeRunner } from './probes/run-due-probes.ts';
