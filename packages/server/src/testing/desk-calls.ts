import * as settings from '@zhiheng/contract/cases/case-settings';
import type { SampleCall } from './sample-calls.ts';

/** Calls about what holds for the whole desk. */
export const deskCalls: readonly SampleCall[] = [
  { endpoint: settings.getCaseSettings, may: 'AQSUTE' },
  { endpoint: settings.setCaseSettings, may: 'AQ', body: { settings: { ...settings.usualLimits, closeAfterDays: 7 }, version: 0 } },
];
