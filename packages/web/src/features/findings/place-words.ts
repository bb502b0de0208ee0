import type { FindingRow } from '@zhiheng/contract/findings/findings';
import type { Format } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';

type Named = Pick<FindingRow, 'serviceName' | 'teamName' | 'siteName' | 'segmentName'>;

/** Where a finding lies: service, team, site, segment, or everywhere. */
export function placeWords({ serviceName, teamName, siteName, segmentName }: Named, format: Format): string {
  const names = [serviceName, teamName, siteName, segmentName].flatMap((name) => (name === null ? [] : [format.text(name)]));
  return names.length === 0 ? m.findings_whole_house() : names.join(' · ');
}
