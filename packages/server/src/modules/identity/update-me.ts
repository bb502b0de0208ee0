import type { Parsed } from '@zhiheng/contract/endpoint';
import type { Me, updateMe as endpoint } from '@zhiheng/contract/identity/sign-in';
import { changesBetween } from '../../platform/changes-between.ts';
import type { Call } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { readMe } from './get-me.ts';

export async function updateMe(call: Call, { body }: Parsed<typeof endpoint>): Promise<Me> {
  const before = await readMe(call);
  const { name = before.name, locale = before.locale, theme = before.theme } = body;
  const data = changesBetween<Pick<Me, 'name' | 'locale' | 'theme'>>(before, { name, locale, theme });
  if (Object.keys(data).length === 0) return before;
  await call.db.updateTable('account').set({ name, locale, theme }).where('org_id', '=', call.orgId).where('id', '=', before.id).execute();
  await recordEvent(call, { type: 'account.changed', entity: { kind: 'account', id: before.id, label: before.email }, data });
  return { ...before, name, locale, theme };
}
