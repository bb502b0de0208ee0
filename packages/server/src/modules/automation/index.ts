/** The door of automation. */
export { bindAutomation } from './automation.routes.ts';
export { automationSubscriber } from './on-events.ts';
export { runAutomation } from './run-rules.ts';
