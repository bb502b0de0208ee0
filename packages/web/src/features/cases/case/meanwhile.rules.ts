import type { CaseEntry, ServiceCase } from '@zhiheng/contract/cases/case';

/** What was added to the thread since a case was read, oldest first. */
export function entriesSince(base: Pick<ServiceCase, 'entries'>, newest: Pick<ServiceCase, 'entries'>): CaseEntry[] {
  const known = new Set(base.entries.map(({ id }) => id));
  return newest.entries.filter(({ id }) => !known.has(id));
}

/** The people whom a text calls by `@name`; of two names one of which begins with the other, the longer one counts. */
export function mentionedIn(text: string, people: readonly { readonly id: string; readonly name: string }[]): string[] {
  let rest = text;
  const found: string[] = [];
  for (const { id, name } of people.toSorted((a, b) => b.name.length - a.name.length)) {
    if (!rest.includes(`@${name}`)) continue;
    found.push(id);
    rest = rest.replaceAll(`@${name}`, ' ');
  }
  return found;
}
