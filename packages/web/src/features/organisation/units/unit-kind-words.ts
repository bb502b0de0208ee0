import type { UnitKind } from '@zhiheng/contract/organisation/organisation';
import { m } from '../../../paraglide/messages.js';

interface KindWords {
  readonly tab: () => string;
  readonly add: () => string;
  readonly edit: () => string;
  readonly help: () => string;
  readonly none: () => string;
}

export const unitKindWords = {
  teams: { tab: m.admin_teams, add: m.admin_team_add, edit: m.admin_team_edit, help: m.admin_teams_help, none: m.admin_teams_none },
  sites: { tab: m.admin_sites, add: m.admin_site_add, edit: m.admin_site_edit, help: m.admin_sites_help, none: m.admin_sites_none },
  segments: {
    tab: m.admin_segments,
    add: m.admin_segment_add,
    edit: m.admin_segment_edit,
    help: m.admin_segments_help,
    none: m.admin_segments_none,
  },
} as const satisfies Record<UnitKind, KindWords>;
