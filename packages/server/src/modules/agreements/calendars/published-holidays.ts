import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { publishedHolidays as endpoint } from '@zhiheng/contract/agreements/calendars';
import { holidayOverrides, holidayYear } from '@zhiheng/sla-clock/holidays';
import { AppError } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { writable } from './writable.ts';

/** A year that is not announced yet is no year without holidays: it is not found. */
export function publishedHolidays(_: Operation, { query }: Parsed<typeof endpoint>): Promise<Reply<typeof endpoint>> {
  const year = holidayYear(query.country, query.year);
  if ('kind' in year) throw new AppError(404, 'holidays_unpublished', { params: { year: query.year } });
  const { title, number, published, url } = year.source;
  return Promise.resolve({
    version: `${year.country}-${year.year}.${year.version}`,
    source: `${title}（${number}，${published}）${url}`,
    items: writable(holidayOverrides(year)),
  });
}
