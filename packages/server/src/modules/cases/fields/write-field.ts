import type { CaseField, createCaseField, updateCaseField } from '@zhiheng/contract/cases/fields';
import type { Parsed } from '@zhiheng/contract/endpoint';
import { changesBetween, givenFields } from '../../../platform/changes-between.ts';
import { invalidField, notFound } from '../../../platform/errors.ts';
import { newId } from '../../../platform/identifier.ts';
import type { Call } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { readField } from './select-fields.ts';

type Settings = Omit<CaseField, 'id' | 'code' | 'kind'>;
const blank = { help: { zh: '', en: '' }, types: [], options: [], required: false, position: 0, listed: false, retired: false };

const rowOf = ({ name, help, types, options, required, position, listed, retired }: Settings) => ({
  name: JSON.stringify(name),
  help: JSON.stringify(help),
  types: [...new Set(types)],
  options: JSON.stringify(options),
  ...{ required, position, listed, retired },
});

export async function createField(call: Call, { body }: Parsed<typeof createCaseField>): Promise<CaseField> {
  const { code, kind, ...given } = body;
  const settings: Settings = { ...blank, ...givenFields(given), name: body.name };
  checkOptions(kind, settings.options);
  const id = newId();
  await call.db
    .insertInto('case_field')
    .values({ org_id: call.orgId, id, code, kind, ...rowOf(settings) })
    .execute();
  await recordEvent(call, {
    type: 'case-field.created',
    entity: { kind: 'case-field', id, label: settings.name.zh },
    data: { code, kind },
  });
  return readField(call, id);
}

export async function updateField(call: Call, { params, body }: Parsed<typeof updateCaseField>): Promise<CaseField> {
  const before = await lockField(call, params.id);
  const given = givenFields(body);
  const data = changesBetween<Settings>(before, given);
  if (Object.keys(data).length === 0) return before;
  const after: Settings = { ...before, ...given };
  checkOptions(before.kind, after.options);
  await call.db.updateTable('case_field').set(rowOf(after)).where('org_id', '=', call.orgId).where('id', '=', params.id).execute();
  await recordEvent(call, { type: 'case-field.changed', entity: { kind: 'case-field', id: params.id, label: after.name.zh }, data });
  return readField(call, params.id);
}

async function lockField(call: Call, id: string): Promise<CaseField> {
  const found = call.db.selectFrom('case_field').select('id').where('org_id', '=', call.orgId).where('id', '=', id);
  if ((await found.forNoKeyUpdate().executeTakeFirst()) === undefined) throw notFound('case_field');
  return readField(call, id);
}

/** What is chosen from needs something to choose, each once. */
function checkOptions(kind: CaseField['kind'], options: CaseField['options']): void {
  if (kind !== 'choice' && kind !== 'several') return;
  if (options.length === 0) throw invalidField('options', 'options_missing');
  const twice = options.findIndex(({ code }, index) => options.findIndex((other) => other.code === code) < index);
  if (twice >= 0) throw invalidField(`options.${twice}.code`, 'option_twice');
}
