import type { Form } from '@zhiheng/forms/definition';
import { houseDay } from '../../../platform/database/house-day.ts';
import type { Operation } from '../../../platform/operation.ts';
import type { StoredSession } from '../sessions/read-session.ts';

/** What a sheet knows before its first question, of what its guide wants to know. */
export async function givenOf(operation: Operation, form: Form, session: StoredSession): Promise<Record<string, string>> {
  const { number, place, siteName, teamName, serviceName, startsAt } = session;
  const known: Readonly<Record<string, string>> = {
    session: String(number),
    place,
    site: siteName?.zh ?? '',
    team: teamName?.zh ?? '',
    service: serviceName?.zh ?? '',
    day: await houseDay(operation, startsAt),
  };
  return Object.fromEntries(form.given.flatMap(({ key }) => (Object.hasOwn(known, key) ? [[key, known[key] ?? '']] : [])));
}
