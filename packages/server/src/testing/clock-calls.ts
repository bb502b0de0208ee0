import * as attribution from '@zhiheng/contract/cases/attribution';
import * as months from '@zhiheng/contract/cases/clock-months';
import * as exclusions from '@zhiheng/contract/cases/exclusions';
import * as gaming from '@zhiheng/contract/cases/gaming';
import * as recounts from '@zhiheng/contract/cases/recounts';
import * as simulations from '@zhiheng/contract/cases/simulation';
import type { SampleCall } from './sample-calls.ts';

const id = '0197d000-0000-7000-8000-000000000000';
const staff = 'AQSUTE';
const managers = 'AQ';

export const clockFiles = { attribution, months, exclusions, gaming, recounts, simulations };

/** Sample calls of what the clocks say over months. */
export const clockCalls: readonly SampleCall[] = [
  { endpoint: recounts.recountProgress, may: staff },
  {
    endpoint: exclusions.excludeTime,
    may: managers,
    params: { id },
    body: { from: '2026-01-01T00:00:00Z', to: '2026-01-02T00:00:00Z', reason: 'x' },
  },
  { endpoint: attribution.breachAttribution, may: staff, query: { agreementId: id, month: '2026-01' } },
  { endpoint: gaming.gamingSignals, may: managers, query: { agreementId: id, target: 'resolution', by: 'person', months: '3' } },
  { endpoint: months.listClockMonths, may: staff, params: { id }, query: { months: '3' } },
  { endpoint: months.closeClockMonth, may: managers, params: { id, month: '2026-01' } },
  { endpoint: months.restateClockMonth, may: managers, params: { id, month: '2026-01' }, body: { reason: 'x' } },
  { endpoint: simulations.startSimulation, may: managers, body: { agreementId: id, months: 3 } },
  { endpoint: simulations.listSimulations, may: staff, query: { agreementId: id, limit: '2' } },
  { endpoint: simulations.getSimulation, may: staff, params: { id } },
  { endpoint: simulations.listSimulatedCases, may: staff, params: { id }, query: { change: 'spared', limit: '2' } },
  { endpoint: simulations.cancelSimulation, may: managers, params: { id } },
];
