import type { Parsed } from '@zhiheng/contract/endpoint';
import type { AgreedItem, AgreedMeasure, getRaterAgreement as endpoint, RaterAgreement } from '@zhiheng/contract/fieldwork/agreement';
import type { Form } from '@zhiheng/forms/definition';
import { meanOf, momentsOf } from '@zhiheng/stats/moments';
import type { Call } from '../../../platform/operation.ts';
import { itemsOf, joinOf, nameOfField, ratingAt, scorePartsOf, type Item } from '../results/guide-parts.rules.ts';
import { ofStudy, readRated, type RatedSession, type RatedSheet } from '../results/rated-sessions.ts';
import { newestGuide } from '../studies/guide-of-study.ts';
import { findStudy } from '../studies/read-study.ts';
import { agreementOf, correlationOf, leastAgreedFirst, type RatedUnit } from './rate-agreement.rules.ts';

export async function readAgreement(call: Call, { params }: Pick<Parsed<typeof endpoint>, 'params'>): Promise<RaterAgreement> {
  await findStudy(call, params.id);
  const { sessions: rated, hidden } = await readRated(call, ofStudy(params.id));
  const sessions = rated.filter(({ sheets }) => sheets.length > 1);
  const guide = await newestGuide(call, params.id);
  return {
    sessions: sessions.length,
    raters: ratersOf(rated),
    items: guide === null ? [] : agreedItems(guide.form, sessions),
    measures: guide === null ? [] : agreedMeasures(guide.form, sessions),
    hidden,
  };
}

function ratersOf(sessions: readonly RatedSession[]): RaterAgreement['raters'] {
  const sheets = sessions.flatMap((session) => session.sheets);
  return [...new Set(sheets.map(({ raterId }) => raterId))].map((raterId) => {
    const own = sheets.filter((sheet) => sheet.raterId === raterId);
    return {
      name: own[0]?.rater ?? '',
      sheets: own.length,
      mean: meanOf(momentsOf(own.flatMap(({ score }) => (score === null ? [] : [score])))),
    };
  });
}

/** Ratings under an older guide count where it asked the same. */
function agreedItems(form: Form, sessions: readonly RatedSession[]): AgreedItem[] {
  return itemsOf(form)
    .map((item): AgreedItem => {
      const within = sessions.filter((session) => joinOf(session.form, form).fields.has(item.key));
      const units = unitsOf(within, ({ answers }) => ratingAt(answers, item));
      const level = item.kind === 'scale' ? 'ordinal' : 'nominal';
      return { key: item.key, name: nameOfField(form, item), level, ...agreementOf(units, level, levelsOf(item)) };
    })
    .toSorted(leastAgreedFirst);
}

const levelsOf = (item: Item): readonly (number | string)[] | undefined =>
  item.kind === 'scale' ? Array.from({ length: item.max - item.min + 1 }, (_, at) => item.min + at) : undefined;

function agreedMeasures(form: Form, sessions: readonly RatedSession[]): AgreedMeasure[] {
  return scorePartsOf(form)
    .map(({ key, name }): AgreedMeasure => {
      const within = sessions.filter((session) => joinOf(session.form, form).measures.has(key.split('.')[0] ?? key));
      const units = unitsOf(within, ({ scores }) => scores[key] ?? null);
      return { key, name, ...agreementOf(units, 'interval'), icc: correlationOf(units) };
    })
    .toSorted(leastAgreedFirst);
}

function unitsOf<T extends number | string>(sessions: readonly RatedSession[], valueOf: (sheet: RatedSheet) => T | null): RatedUnit<T>[] {
  return sessions.map(({ id: sessionId, number, startsAt, place, sheets }) => ({
    ...{ sessionId, number, startsAt, place },
    ratings: sheets.flatMap((sheet) => {
      const value = valueOf(sheet);
      return value === null ? [] : [{ raterId: sheet.raterId, rater: sheet.rater, value }];
    }),
  }));
}
