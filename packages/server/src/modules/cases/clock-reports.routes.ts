import { breachAttribution } from '@zhiheng/contract/cases/attribution';
import * as monthsApi from '@zhiheng/contract/cases/clock-months';
import { excludeTime as excludeTimeEndpoint } from '@zhiheng/contract/cases/exclusions';
import { gamingSignals } from '@zhiheng/contract/cases/gaming';
import { recountProgress } from '@zhiheng/contract/cases/recounts';
import * as simulationApi from '@zhiheng/contract/cases/simulation';
import { bind, type Binder } from '../../platform/http/bind.ts';
import type { Jobs } from '../../platform/jobs/jobs.ts';
import { readAttribution } from './attribution/read-attribution.ts';
import { excludeTime } from './exclude-time.ts';
import { readGamingSignals } from './gaming/read-gaming-signals.ts';
import { closeClockMonth } from './months/close-clock-month.ts';
import { listClockMonths } from './months/read-clock-months.ts';
import { restateClockMonth } from './months/restate-clock-month.ts';
import { readRecount } from './read-recount.ts';
import { cancelSimulation } from './simulation/cancel-simulation.ts';
import { listSimulatedCases } from './simulation/list-simulated-cases.ts';
import { listSimulations } from './simulation/list-simulations.ts';
import { readSimulation } from './simulation/simulation-row.ts';
import { startSimulationWith } from './simulation/start-simulation.ts';

/** What the clocks say over months. */
export function bindClockReports(binder: Binder, jobs: Jobs): void {
  bind(binder, recountProgress, readRecount);
  bind(binder, excludeTimeEndpoint, excludeTime);
  bind(binder, breachAttribution, readAttribution);
  bind(binder, gamingSignals, readGamingSignals);
  bind(binder, monthsApi.listClockMonths, listClockMonths);
  bind(binder, monthsApi.closeClockMonth, closeClockMonth);
  bind(binder, monthsApi.restateClockMonth, restateClockMonth);
  bind(binder, simulationApi.startSimulation, startSimulationWith(jobs));
  bind(binder, simulationApi.listSimulations, listSimulations);
  bind(binder, simulationApi.getSimulation, (call, { params }) => readSimulation(call, params.id));
  bind(binder, simulationApi.listSimulatedCases, listSimulatedCases);
  bind(binder, simulationApi.cancelSimulation, cancelSimulation);
}
