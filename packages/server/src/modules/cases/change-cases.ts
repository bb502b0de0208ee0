import { sql } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { changeCases as endpoint } from '@zhiheng/contract/cases/cases';
import { givenFields } from '../../platform/changes-between.ts';
import { AppError } from '../../platform/errors.ts';
import type { Call } from '../../platform/operation.ts';
import { lockCases, type CaseState } from './case-state.ts';
import { saveCase, type Save } from './save-case.ts';
import { checkStatus, checkedFields } from './update-case.ts';

type Change = Parsed<typeof endpoint>['body']['change'];
type Result = Reply<typeof endpoint>;

/** Changes each case as its own save would; one that refuses does not stop the others. */
export async function changeCases(call: Call, { body }: Parsed<typeof endpoint>): Promise<Result> {
  const states = await lockCases(call, sql`c.id = any(${[...new Set(body.ids)]}::uuid[])`);
  const refused: Result['refused'] = [];
  let changed = 0;
  for (const state of states) {
    const code = await changeOne(call, state, body.change);
    if (code === null) changed += 1;
    else refused.push({ id: state.id, number: state.number, code });
  }
  return { changed, refused };
}

/** Null, or why the case refuses. Everything is asked before anything is written. */
async function changeOne(call: Call, state: CaseState, change: Change): Promise<string | null> {
  try {
    await saveCase(call, state, await checkedSave(call, state, change));
    return null;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error.detail.errors?.[0]?.code ?? error.code;
  }
}

async function checkedSave(call: Call, state: CaseState, { status, addTags = [], removeTags = [], ...given }: Change): Promise<Save> {
  const fields = await checkedFields(call, state, givenFields(given));
  const tags = [...new Set([...state.tags, ...addTags])].filter((tag) => !removeTags.includes(tag)).slice(0, 30);
  const all = addTags.length + removeTags.length > 0 ? { ...fields, tags } : fields;
  if (status === undefined || status === state.status) return { fields: all };
  await checkStatus(call, { ...state, ...fields }, { to: status });
  return { fields: all, status };
}
