import { sql } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { setThemes as endpoint } from '@zhiheng/contract/feedback/themes';
import { invalidField } from '../../../platform/errors.ts';
import { newId } from '../../../platform/identifier.ts';
import type { Call } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { judgeAgain } from './judge-again.ts';
import { listThemes } from './list-themes.ts';

/** Sets the list in its order. What was judged by rule is judged again at once. */
export async function setThemes(call: Call, { body }: Parsed<typeof endpoint>): Promise<Reply<typeof endpoint>> {
  const codes = body.items.map(({ code }) => code);
  const twice = codes.findIndex((code, at) => codes.indexOf(code) !== at);
  if (twice >= 0) throw invalidField(`items.${twice}.code`, 'duplicate');
  const { db, orgId } = call;
  const before = await listThemes(call);
  const rows = JSON.stringify(body.items.map((theme, position) => ({ ...theme, words: [...new Set(theme.words)], position, id: newId() })));
  await sql`
    insert into feedback_theme (org_id, id, code, name, words, position)
    select ${orgId}, r.id, r.code, r.name, r.words, r.position
    from jsonb_to_recordset(${rows}::jsonb) as r (id uuid, code text, name jsonb, words text[], position integer)
    on conflict on constraint feedback_theme_code_taken do update set name = excluded.name, words = excluded.words,
      position = excluded.position, retired = false`.execute(db);
  await sql`update feedback_theme set retired = true where org_id = ${orgId} and code <> all(${codes}::text[])`.execute(db);
  const standing = before.items.filter(({ retired }) => !retired).map(({ code }) => code);
  await recordEvent(call, {
    type: 'feedback-themes.changed',
    entity: { kind: 'organisation', id: orgId },
    data: { added: codes.filter((code) => !standing.includes(code)), retired: standing.filter((code) => !codes.includes(code)) },
  });
  await judgeAgain(call, sql`f.themes_by = 'rule'`);
  return listThemes(call);
}
