/** The door of monitoring. */
export { bindMonitoring } from './monitoring.routes.ts';
export { listObjectives } from './objectives/list-objectives.ts';
export { rebuildObjectives, recountObjectives, refreshObjectives } from './objectives/refresh-objectives.ts';
export { ProbeRunner } from './probes/run-due-probes.ts';
export { objectivesPackPart } from './objectives/pack-part.ts';
export { storeDemoProbes, type DemoProbe } from './demo/store-demo-probes.ts';
export { removeDemoProbes } from './demo/remove-demo-probes.ts';
