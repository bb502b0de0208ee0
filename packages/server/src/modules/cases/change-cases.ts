import { sql } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { changeCases as endpoint } from '@zhiheng/contract/cases/cases';
import { changesBetween, givenFields } from '../../platform/changes-between.ts';
import { AppError } from '../../platform/errors.ts';
import type { Call } from '../../platform/operation.ts';
import { reassign } from './assignment/assign-case.ts';
import { lockCase, lockCases, type CaseState } from './case-state.ts';
import type { Opener } from './case-number.ts';
import { saveCase, type Save, type WrittenEntry } from './save-case.ts';
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

interface SystemChange extends Change {
  readonly severity?: CaseState['severity'];
  readonly note?: string;
}

/** Changes a case as a rule or a step of an escalation wants it, under the same laws as a person. Returns the fields that changed. */
export async function changeCase(operation: Opener, id: string, { note, severity, ...change }: SystemChange): Promise<readonly string[]> {
  const before = await lockCase(operation, id);
  const save = await checkedSave(operation, before, change);
  const fields = severity === undefined ? save.fields : { ...save.fields, severity };
  const entry: WrittenEntry = {
    kind: 'note',
    from: 'team',
    automatic: true,
    body: note ?? '',
    channel: null,
    mentions: [],
    attachmentIds: [],
  };
  const after = await saveCase(operation, before, { ...save, ...(fields && { fields }), ...(note !== undefined && { entry }) });
  return Object.keys(changesBetween<Partial<CaseState>>(before, { ...fields, status: after.status }));
}

async function checkedSave(call: Opener, state: CaseState, { status, addTags = [], removeTags = [], ...given }: Change): Promise<Save> {
  const { fields, assignedBy } = await reassign(call, state, await checkedFields(call, state, givenFields(given)));
  const tags = [...new Set([...(fields.tags ?? state.tags), ...addTags])].filter((tag) => !removeTags.includes(tag)).slice(0, 30);
  const all = addTags.length + removeTags.length > 0 ? { ...fields, tags } : fields;
  if (status === undefined || status === state.status) return { fields: all, assignedBy };
  await checkStatus(call, { ...state, ...fields }, { to: status });
  return { fields: all, assignedBy, status };
}
