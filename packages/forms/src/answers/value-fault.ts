/** What is wrong with a value: a stable code, and what its words need. */
export interface ValueFault {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/**
 * A fault of a value.
 * @example fault('out-of-scale', { min: 1, max: 5 }) // { code: 'out-of-scale', params: { min: 1, max: 5 } }
 */
export function fault(code: string, params: ValueFault['params'] = {}): ValueFault {
  return { code, params };
}
