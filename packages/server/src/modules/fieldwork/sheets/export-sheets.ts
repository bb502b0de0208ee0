import type { Parsed } from '@zhiheng/contract/endpoint';
import type { exportFieldSheets as endpoint } from '@zhiheng/contract/fieldwork/sheets';
import type { Answer } from '@zhiheng/forms/answers';
import { fieldName, fieldsOf } from '@zhiheng/forms/fields';
import type { Call } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { csvLine } from '../../../platform/table-files/csv-text.rules.ts';
import { ofStudy, readRated, type RatedSession, type RatedSheet } from '../results/rated-sessions.ts';
import { newestGuide } from '../studies/guide-of-study.ts';
import { findStudy } from '../studies/read-study.ts';
import { entityOf } from '../studies/study-rows.ts';
import { seesOthers } from './sheet-access.rules.ts';

const byteOrderMark = '\ufeff';
const ownColumns = ['session', 'starts_at', 'service', 'site', 'team', 'place', 'rater', 'score'];

/** Sheets of held sessions that the caller may see, by the fields of the newest guide; the log says who took them. */
export async function exportSheets(call: Call, { params, query }: Pick<Parsed<typeof endpoint>, 'params' | 'query'>): Promise<string> {
  const study = await findStudy(call, params.id);
  const guide = await newestGuide(call, study.id);
  const fields = guide === null ? [] : fieldsOf(guide.form);
  const { sessions } = await readRated(call, ofStudy(study.id));
  const rows = sessions.flatMap((session) => visibleSheets(call, session).map((sheet) => ({ session, sheet })));
  await recordEvent(call, { type: 'fieldwork.sheets-exported', entity: entityOf(study), data: { sheets: rows.length } });
  call.reply.headers({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${study.code}-sheets.csv"`,
    'cache-control': 'private, no-store',
  });
  const heads = guide === null ? [] : fields.map((field) => fieldName(guide.form, field, query.language));
  const nameIn = (name: Readonly<Record<string, string>> | null): string => name?.[query.language] ?? name?.['zh'] ?? '';
  const lines = rows.map(({ session, sheet }) =>
    csvLine([
      ...[session.number, session.startsAt.toISOString(), nameIn(session.serviceName), nameIn(session.siteName), nameIn(session.teamName)],
      ...[session.place, sheet.rater, sheet.score],
      ...fields.map(({ key }) => cellOf(sheet.answers[key])),
    ]),
  );
  return [byteOrderMark, csvLine([...ownColumns, ...heads]), ...lines].join('');
}

/** Sessions that the caller has still to rate are not among them. */
function visibleSheets({ actor }: Call, { sheets }: RatedSession): readonly RatedSheet[] {
  const isRater = sheets.some(({ raterId }) => raterId === actor.accountId);
  const open = seesOthers({ isRater, hasRated: isRater, mayWrite: actor.permissions.has('fieldwork.write') });
  return open ? sheets : [];
}

const cellOf = (answer: Answer | undefined): string | number | null =>
  answer === undefined ? null : typeof answer === 'object' ? answer.join(';') : answer;
