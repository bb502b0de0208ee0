import type { Form } from '@zhiheng/forms/definition';
import type { StoredSession } from '../sessions/read-session.ts';

/** What a sheet knows before its first question, of what its guide wants to know. */
export function givenOf(form: Form, { number, place, siteName, teamName, serviceName, startsAt }: StoredSession): Record<string, string> {
  const known: Readonly<Record<string, string>> = {
    session: String(number),
    place,
    site: siteName?.zh ?? '',
    team: teamName?.zh ?? '',
    service: serviceName?.zh ?? '',
    day: startsAt.toISOString().slice(0, 10),
  };
  return Object.fromEntries(form.given.flatMap(({ key }) => (Object.hasOwn(known, key) ? [[key, known[key] ?? '']] : [])));
}
