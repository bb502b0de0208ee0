export type { Keeper } from './keep/local-copy.ts';
export { mountRunner } from './mount-runner.ts';
export type { MountedRunner, RunnerOptions } from './mount-runner.ts';
export type { RunnerState } from './runner-state.ts';
export { previewTransport } from './send/preview-transport.ts';
export { Spurned, Unreached } from './send/transport.ts';
export type { Submission, SubmitReply, Transport } from './send/transport.ts';
