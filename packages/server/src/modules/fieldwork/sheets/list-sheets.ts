import { meanOf, momentsOf } from '@zhiheng/stats/moments';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { FieldSheets, listFieldSheets as endpoint } from '@zhiheng/contract/fieldwork/sheets';
import type { Call } from '../../../platform/operation.ts';
import { mayConduct, readSession } from '../sessions/read-session.ts';
import { findGuide, newestGuide } from '../studies/guide-of-study.ts';
import { givenOf } from './given-of-session.ts';
import { seesOthers } from './sheet-access.rules.ts';
import { readSheets, sheetOf } from './sheet-rows.ts';

export async function listSheets(call: Call, { params }: Pick<Parsed<typeof endpoint>, 'params'>): Promise<FieldSheets> {
  const session = await readSession(call, params.id);
  const guide = session.guideId === null ? await newestGuide(call, session.studyId) : await findGuide(call, session.guideId);
  const sheets = await readSheets(call, params.id);
  const me = call.actor.accountId;
  const own = sheets.find(({ raterId }) => raterId === me);
  const isRater = session.raters.some(({ id }) => id === me);
  const submitted = sheets.filter(({ state }) => state === 'submitted');
  const foreign = submitted.filter(({ raterId }) => raterId !== me);
  const open = seesOthers({ isRater, hasRated: own?.state === 'submitted', mayWrite: call.actor.permissions.has('fieldwork.write') });
  const complete = submitted.length === session.raters.length;
  return {
    form: guide?.form ?? null,
    guideNumber: guide?.number ?? null,
    given: guide === null ? {} : givenOf(guide.form, session),
    own: own === undefined ? null : sheetOf(own),
    mayRate: isRater && session.state !== 'cancelled' && guide !== null && own?.state !== 'submitted',
    mayReopen: mayConduct(call, session),
    others: open ? foreign.map(sheetOf) : [],
    raters: session.raters.map(({ id, name }) => {
      const sheet = sheets.find(({ raterId }) => raterId === id);
      return { id, name, state: sheet?.state ?? null, sheetId: sheet?.id ?? null, version: sheet?.version ?? 0 };
    }),
    waiting: session.raters.filter(({ id }) => !submitted.some(({ raterId }) => raterId === id)).map(({ name }) => name),
    hidden: open ? 0 : foreign.length,
    score: open && complete ? meanOf(momentsOf(submitted.flatMap(({ score }) => (score === null ? [] : [score])))) : null,
  };
}
