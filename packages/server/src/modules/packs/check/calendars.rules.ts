import type { PackContent } from '@zhiheng/contract/packs/pack-file';
import { publishedYears } from '@zhiheng/sla-clock/holidays';
import { faultsOfPackCalendar } from '../../agreements/index.ts';
import type { Flaw } from '../mistake.ts';
import { duplicates } from './references.rules.ts';

const file = 'calendars.yaml';

export function checkCalendars(content: Pick<PackContent, 'calendars.yaml'>): Flaw[] {
  const { calendars } = content[file];
  const announced = new Set(publishedYears('CN'));
  const each = calendars.flatMap((calendar, index): Flaw[] => {
    const path = ['calendars', index];
    const unknown = (calendar.holidays?.CN ?? []).flatMap((year, nth): Flaw[] =>
      announced.has(year) ? [] : [{ file, path: [...path, 'holidays', 'CN', nth], code: 'holidays_unpublished', params: { year } }],
    );
    const faults = faultsOfPackCalendar(calendar).map(({ code, params }): Flaw => ({ file, path: [...path, 'code'], code, params }));
    return [...unknown, ...faults];
  });
  return [...duplicates({ file, path: ['calendars'] }, calendars), ...each];
}
