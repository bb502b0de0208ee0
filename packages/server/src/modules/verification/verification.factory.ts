import * as indicators from '@zhiheng/contract/measurement/indicators';
import { sendObservations } from '@zhiheng/contract/measurement/observations';
import * as api from '@zhiheng/contract/verification/verifications';
import { normalDeviate, seededRandom } from '@zhiheng/stats/random';
import type { TestOrganisation } from '../../testing/sign-in.ts';
import type { TestServer } from '../../testing/test-server.ts';
import { lookAgain } from './looks/look-again.ts';
import { firstDayOf, periodAt } from './plan/periods.rules.ts';

/** The week that is not over yet. */
export const thisWeek = (): number => periodAt('week', new Date().toISOString().slice(0, 10));
export const mondayOf = (week: number): string => firstDayOf('week', week);

/** An indicator in minutes, of which less is better. */
export async function buildWait(org: TestOrganisation, code = 'wait'): Promise<void> {
  const text = { zh: code, en: code };
  const body = {
    code,
    name: text,
    definition: text,
    dimension: 'responsiveness',
    perspective: 'technical',
    measure: 'duration',
    unit: 'min',
  } as const;
  await org.call(indicators.createIndicator, { body: { ...body, decimals: 1, direction: 'lower', aggregate: 'mean' } as never });
}

interface Weeks {
  readonly from: number;
  readonly until: number;
  readonly level: number;
  readonly seed: number;
  readonly site?: string;
}

/** So many observations a week as a program sends them, around a level. */
const perWeek = 10;

export async function sendWeeks(org: TestOrganisation, { from, until, level, seed, site }: Weeks): Promise<void> {
  const random = seededRandom(seed);
  const rows = Array.from({ length: until - from }, (_, i) => from + i).flatMap((week) => {
    const shift = 2 * normalDeviate(random);
    return Array.from({ length: perWeek }, (__, place) => ({
      ...{ indicator: 'wait', at: `${mondayOf(week)}T0${place % 10}:00:00Z`, key: `${seed}-${week}-${place}` },
      value: Math.round(10 * (level + shift + 3 * normalDeviate(random))) / 10,
      ...(site === undefined ? {} : { site }),
    }));
  });
  for (let at = 0; at < rows.length; at += 5000) await org.call(sendObservations, { body: rows.slice(at, at + 5000) });
}

/** The change began twelve weeks ago, and thirty weeks before are known. */
export const planBody = (more: object = {}) => {
  const start = thisWeek() - 12;
  return {
    ...{ indicator: 'wait', method: 'before-after', bucket: 'week', baselineFrom: mondayOf(start - 30), startOn: mondayOf(start) },
    ...{ periods: 12, expectedChange: 4, minimumN: 60 },
    ...more,
  } as api.VerificationPlanInput;
};

export const register = (org: TestOrganisation, more: object = {}) => org.call(api.registerVerification, { body: planBody(more) });
export const getVerification = (org: TestOrganisation, id: string) => org.call(api.getVerification, { params: { id } });

/** What the sweep does, as if it were a minute later each time. */
let minutes = 0;
export const look = (server: TestServer) => lookAgain(server.root, new Date(Date.now() + 120_000 * ++minutes));
