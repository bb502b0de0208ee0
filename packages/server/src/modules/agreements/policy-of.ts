import type { Agreement } from '@zhiheng/contract/agreements/agreements';
import type { CalendarDefinition } from '@zhiheng/contract/agreements/calendars';
import type { AgreementDefinition } from '@zhiheng/contract/agreements/policy';
import type { LocalText } from '@zhiheng/contract/values/text';
import type { Calendar } from '@zhiheng/sla-clock/calendar';
import type { Agreement as Promised, Policy } from '@zhiheng/sla-clock/policy';

/** What a version says, with what its agreement says for all versions. */
export interface PublishedVersion extends Pick<Agreement, 'id' | 'name' | 'kind' | 'teamId' | 'supplierId' | 'version'> {
  readonly effectiveFrom: Date;
  readonly definition: AgreementDefinition;
}

/** A version of an agreement as the clock reads it. */
export function policyOf({ id, version, name, effectiveFrom, definition, ...party }: PublishedVersion): Policy {
  const { adoption, scope, calendarId, closed, targets } = definition;
  return {
    ...{ id, version, name, adoption, scope, closed },
    agreement: promisedBy(party),
    effectiveFrom: Math.floor(effectiveFrom.getTime() / 1000),
    calendar: calendarId,
    targets,
  };
}

function promisedBy({ kind, teamId, supplierId }: Pick<Agreement, 'kind' | 'teamId' | 'supplierId'>): Promised {
  switch (kind) {
    case 'sla':
      return { kind };
    case 'ola':
      return { kind, team: teamId ?? '' };
    case 'supplier-contract':
      return { kind, supplier: supplierId ?? '' };
    default:
      return kind satisfies never;
  }
}

/** A version of a calendar as the clock reads it. */
export const calendarOf = (id: string, version: number, definition: CalendarDefinition): Calendar => ({ id, version, ...definition });

/** Names by id, for people. */
export type Names = ReadonlyMap<string, LocalText>;
