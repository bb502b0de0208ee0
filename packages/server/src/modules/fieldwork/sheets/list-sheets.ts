import { meanOf, momentsOf } from '@zhiheng/stats/moments';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { FieldSheets, listFieldSheets as endpoint } from '@zhiheng/contract/fieldwork/sheets';
import type { Call } from '../../../platform/operation.ts';
import { mayConduct, readSession, type StoredSession } from '../sessions/read-session.ts';
import { guideOfSession } from '../studies/guide-of-study.ts';
import { givenOf } from './given-of-session.ts';
import { seesOthers } from './sheet-access.rules.ts';
import { readSheets, sheetOf, type SheetRecord } from './sheet-rows.ts';

export async function listSheets(call: Call, { params }: Pick<Parsed<typeof endpoint>, 'params'>): Promise<FieldSheets> {
  const session = await readSession(call, params.id);
  const guide = await guideOfSession(call, session);
  const sheets = await readSheets(call, params.id);
  const own = ownOf(call, session, sheets);
  return {
    form: guide?.form ?? null,
    guideNumber: guide?.number ?? null,
    given: guide === null ? {} : await givenOf(call, guide.form, session),
    own: own.sheet === null ? null : sheetOf(own.sheet),
    mayRate: own.isRater && !own.hasRated && session.state !== 'cancelled' && guide !== null,
    mayReopen: mayConduct(call, session),
    ...progressOf(session, sheets),
    ...othersOf(call, { session, sheets, own }),
  };
}

interface Own {
  readonly sheet: SheetRecord | null;
  readonly isRater: boolean;
  readonly hasRated: boolean;
}

function ownOf({ actor }: Call, { raters }: StoredSession, sheets: readonly SheetRecord[]): Own {
  const sheet = sheets.find(({ raterId }) => raterId === actor.accountId) ?? null;
  return { sheet, isRater: raters.some(({ id }) => id === actor.accountId), hasRated: sheet?.state === 'submitted' };
}

/** How far the raters are says nothing of what they wrote. */
function progressOf({ raters }: StoredSession, sheets: readonly SheetRecord[]): Pick<FieldSheets, 'raters' | 'waiting'> {
  const all = raters.map(({ id, name }) => {
    const sheet = sheets.find(({ raterId }) => raterId === id);
    return { id, name, state: sheet?.state ?? null, sheetId: sheet?.id ?? null, version: sheet?.version ?? 0 };
  });
  return { raters: all, waiting: all.filter(({ state }) => state !== 'submitted').map(({ name }) => name) };
}

interface Seen {
  readonly session: StoredSession;
  readonly sheets: readonly SheetRecord[];
  readonly own: Own;
}

function othersOf({ actor }: Call, { session, sheets, own }: Seen): Pick<FieldSheets, 'others' | 'hidden' | 'score'> {
  const submitted = sheets.filter(({ state }) => state === 'submitted');
  const others = submitted.filter(({ raterId }) => raterId !== actor.accountId);
  if (!seesOthers({ ...own, mayWrite: actor.permissions.has('fieldwork.write') }))
    return { others: [], hidden: others.length, score: null };
  const scores = submitted.flatMap(({ score }) => (score === null ? [] : [score]));
  return {
    others: others.map(sheetOf),
    hidden: 0,
    score: submitted.length === session.raters.length ? meanOf(momentsOf(scores)) : null,
  };
}
