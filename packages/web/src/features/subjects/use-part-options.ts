import { useQueries } from '@tanstack/react-query';
import type { LocalText } from '@zhiheng/contract/values/text';
import { serviceOptionsQuery, unitOptionsQuery } from './subject-options.query.ts';
import type { SubjectPart } from './subject-part.ts';

export interface PartOption {
  readonly id: string;
  readonly code: string;
  readonly name: LocalText;
}

/** Services, sites, teams and segments to choose from; empty while they load. */
export function usePartOptions(): Readonly<Record<SubjectPart, readonly PartOption[]>> {
  const [service, site, team, segment] = useQueries({
    queries: [serviceOptionsQuery, unitOptionsQuery('sites'), unitOptionsQuery('teams'), unitOptionsQuery('segments')],
  });
  return { service: service.data ?? [], site: site.data ?? [], team: team.data ?? [], segment: segment.data ?? [] };
}
