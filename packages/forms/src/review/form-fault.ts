/** What keeps a form from being published: where, as `pages.0.questions.2.when`, a stable code, and what its words need. */
export interface FormFault {
  readonly path: string;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/**
 * A fault at a place.
 * @example faultAt('pages.0', 'empty-page') // { path: 'pages.0', code: 'empty-page', params: {} }
 */
export function faultAt(path: string, code: string, params: FormFault['params'] = {}): FormFault {
  return { path, code, params };
}

/**
 * A fault for each key that stands in a list a second time.
 * @example repeated('pages', [{ key: 'a' }, { key: 'b' }, { key: 'a' }]) // [{ path: 'pages.2.key', code: 'duplicate-key', params: { key: 'a' } }]
 */
export function repeated(path: string, parts: readonly { readonly key: string }[]): readonly FormFault[] {
  return repeatedAt(parts.map(({ key }) => key)).map((at) => faultAt(`${path}.${at}.key`, 'duplicate-key', { key: parts[at]!.key }));
}

/**
 * Places of values that stand in a list already.
 * @example repeatedAt(['a', 'b', 'a', 'a']) // [2, 3]
 */
export function repeatedAt(values: readonly (string | number)[]): readonly number[] {
  return values.flatMap((value, at) => (values.indexOf(value) < at ? [at] : []));
}
