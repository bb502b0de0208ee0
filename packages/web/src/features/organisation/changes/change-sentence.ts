import { eventType } from '@zhiheng/contract/events';
import { m } from '../../../paraglide/messages.js';
import type { Change } from './changes.query.ts';

/** `王芳修改了指标“首次解决率”`: who did what to which thing. */
export function changeSentence({ type, actor, label, entityKind, data }: Change): string {
  const known = eventType.safeParse(type);
  const who = actor ?? m.admin_system();
  if (!known.success) return m.admin_change_unknown({ who, type });
  const name = label === null ? '' : m.admin_quoted({ text: label });
  return m.event_sentence({ type, who, name, kind: m.entity_kind({ kind: entityKind }), rows: rowsOf(data) });
}

const rowsOf = (data: Change['data']): number => {
  const rows = data['rows'] ?? data['observations'];
  return typeof rows === 'number' ? rows : 0;
};
