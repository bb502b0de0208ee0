/** Looking into documents of others, whose shape is never sure. */
export type Json = Readonly<Record<string, unknown>>;

export const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
export const listAt = (value: unknown, name: string): readonly Json[] => {
  const found = isJson(value) ? value[name] : undefined;
  return Array.isArray(found) ? found.filter(isJson) : [];
};
export const jsonAt = (value: unknown, name: string): Json => {
  const found = isJson(value) ? value[name] : undefined;
  return isJson(found) ? found : {};
};

/** The text of a value: of an object its name, of a list its members. */
export function textAt(value: unknown, name: string): string {
  return isJson(value) ? textOf(value[name]) : '';
}

function textOf(value: unknown): string {
  if (['string', 'number', 'boolean'].includes(typeof value)) return storable(String(value));
  if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join(', ');
  if (!isJson(value)) return '';
  if (value['type'] === 'doc') return documentText(value);
  return textOf(names.map((name) => value[name]).find((text) => text !== undefined && text !== null));
}

const names = ['name', 'displayName', 'value', 'login', 'email'];

/** A database text holds no zero character and no half of one. */
const storable = (text: string): string => text.replaceAll('\0', '').replaceAll(/\p{Surrogate}/gu, '\ufffd');

/** Text of a document in Atlassian's format: its paragraphs, a line each. */
function documentText(node: Json): string {
  if (typeof node['text'] === 'string') return storable(node['text']);
  if (node['type'] === 'hardBreak') return '\n';
  const inner = listAt(node, 'content').map(documentText);
  return inner.join(node['type'] === 'doc' || node['type'] === 'bulletList' ? '\n' : '');
}
