import type { FieldSession } from '@zhiheng/contract/fieldwork/sessions';
import type { FieldStudy } from '@zhiheng/contract/fieldwork/studies';
import { instantInZone, wallTimeIn } from '../../../lib/wall-time.ts';

/** A session as its form holds it: the time by the clock on the wall. */
export interface SessionValues {
  readonly startsAt: string;
  readonly minutes: number;
  readonly place: string;
  readonly serviceId: string | null;
  readonly siteId: string | null;
  readonly teamId: string | null;
  readonly conductorId: string | null;
  readonly raterIds: string[];
}

/** Whoever plans one after the other: an hour, at the service of the study. */
export const emptySession = ({ serviceId }: FieldStudy): Partial<SessionValues> => ({
  ...{ minutes: 60, place: '', serviceId, siteId: null, teamId: null, conductorId: null, raterIds: [] },
});

export const sessionValues = (session: FieldSession, zone: string): SessionValues => {
  const { startsAt, minutes, place, serviceId, siteId, teamId, conductorId, raters } = session;
  return {
    startsAt: wallTimeIn(startsAt, zone),
    minutes,
    place,
    serviceId,
    siteId,
    teamId,
    conductorId,
    raterIds: raters.map(({ id }) => id),
  };
};

export const sessionOf = (values: SessionValues, zone: string) => {
  const { startsAt, minutes, place, serviceId, siteId, teamId, conductorId, raterIds } = values;
  const where = { place: place.trim(), serviceId: serviceId ?? null, siteId: siteId ?? null, teamId: teamId ?? null };
  return { startsAt: instantInZone(startsAt, zone), minutes, ...where, conductorId: conductorId ?? null, raterIds };
};
