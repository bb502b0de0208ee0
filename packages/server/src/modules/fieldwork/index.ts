/** The door of fieldwork. */
export { bindFieldwork } from './fieldwork.routes.ts';
export { removeDemoFieldwork } from './demo/remove-demo-fieldwork.ts';
export { storeDemoFieldwork } from './demo/store-demo-fieldwork.ts';
export { rebuildSessionObservations } from './outflow/observe-sessions.ts';
export { sheetsFlowOut } from './outflow/on-sessions.ts';
export { restoreSession } from './sessions/delete-session.ts';
export { restoreStudy } from './studies/delete-study.ts';
