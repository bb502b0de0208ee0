import type { DistributionKind, DistributionSettings } from '@zhiheng/contract/surveys/distributions';

/** What a way to a survey begins with. */
export const usualDistribution: DistributionSettings = {
  subject: { serviceId: null, siteId: null, teamId: null, segmentId: null },
  given: {},
  opensAt: null,
  closesAt: null,
  hours: [],
  reminderDays: [],
  mail: null,
  reminder: null,
  resetSeconds: 60,
  origins: [],
  afterCase: null,
};

/** Ways with one address for everybody. Of the others each person has an address, or somebody enters the answers. */
const shared: ReadonlySet<DistributionKind> = new Set(['public', 'kiosk', 'snippet']);
export const hasSharedLink = (kind: DistributionKind): boolean => shared.has(kind);
