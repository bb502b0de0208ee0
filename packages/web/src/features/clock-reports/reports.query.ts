import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { breachAttribution } from '@zhiheng/contract/cases/attribution';
import { listClockMonths } from '@zhiheng/contract/cases/clock-months';
import { gamingSignals } from '@zhiheng/contract/cases/gaming';
import { getSimulation, listSimulatedCases, listSimulations, type Simulation } from '@zhiheng/contract/cases/simulation';
import type { CallInput, Reply } from '@zhiheng/contract/endpoint';
import { call } from '../../lib/call.ts';

export type SimulationWithDraft = Reply<typeof getSimulation>;
export type Result = NonNullable<Simulation['result']>;
export type SimulatedCase = Reply<typeof listSimulatedCases>['items'][number];
export type Months = Reply<typeof listClockMonths>;
export type Attribution = Reply<typeof breachAttribution>;
export type Signals = Reply<typeof gamingSignals>;

export const isRunning = ({ state }: Simulation): boolean => state === 'queued' || state === 'running';

export const simulationsQuery = (agreementId: string) =>
  infiniteQueryOptions({
    queryKey: ['simulations', 'of', agreementId],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => call(listSimulations, { query: { agreementId, cursor: pageParam, limit: 20 } }),
    getNextPageParam: (page) => page.next ?? undefined,
    refetchInterval: (query) => (query.state.data?.pages.some(({ items }) => items.some(isRunning)) === true ? 2_000 : false),
  });

export const simulationQuery = (id: string) =>
  queryOptions({
    queryKey: ['simulations', id],
    queryFn: () => call(getSimulation, { params: { id } }),
    refetchInterval: (query) => (query.state.data === undefined || isRunning(query.state.data) ? 1_000 : false),
  });

export const simulatedCasesQuery = (id: string, change: 'newly-breached' | 'spared') =>
  infiniteQueryOptions({
    queryKey: ['simulations', id, 'cases', change],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => call(listSimulatedCases, { params: { id }, query: { change, cursor: pageParam, limit: 50 } }),
    getNextPageParam: (page) => page.next ?? undefined,
  });

export const monthsQuery = (id: string) =>
  queryOptions({ queryKey: ['clock-months', id], queryFn: () => call(listClockMonths, { params: { id }, query: { months: 12 } }) });

export const attributionQuery = (agreementId: string, month: string) =>
  queryOptions({
    queryKey: ['breach-attributions', agreementId, month],
    queryFn: () => call(breachAttribution, { query: { agreementId, month } }),
    placeholderData: keepPreviousData,
  });

export const signalsQuery = (query: NonNullable<CallInput<typeof gamingSignals>['query']>) =>
  queryOptions({ queryKey: ['gaming-signals', query], queryFn: () => call(gamingSignals, { query }), placeholderData: keepPreviousData });
