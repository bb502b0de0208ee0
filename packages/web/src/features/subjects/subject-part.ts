import type { SubjectFilter } from '@zhiheng/contract/measurement/observations';
import { m } from '../../paraglide/messages.js';

export type SubjectPart = 'service' | 'site' | 'team' | 'segment';

interface PartWords {
  readonly key: keyof SubjectFilter;
  readonly label: () => string;
  readonly all: () => string;
  readonly by: () => string;
}

/** The four parts of a subject, in the order in which people ask for them. */
export const subjectParts = {
  service: { key: 'serviceId', label: m.board_service, all: m.board_all_services, by: m.board_by_service },
  site: { key: 'siteId', label: m.board_site, all: m.board_all_sites, by: m.board_by_site },
  team: { key: 'teamId', label: m.board_team, all: m.board_all_teams, by: m.board_by_team },
  segment: { key: 'segmentId', label: m.board_segment, all: m.board_all_segments, by: m.board_by_segment },
} as const satisfies Record<SubjectPart, PartWords>;

export const partNames = ['service', 'site', 'team', 'segment'] as const satisfies readonly SubjectPart[];
