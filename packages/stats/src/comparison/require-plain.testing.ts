/** Throws when a result holds anywhere what JSON cannot carry: NaN, an infinity, undefined. A page stores results and shows them again. */
export function requirePlain(result: unknown, path = 'result'): void {
  if (typeof result === 'number' && !Number.isFinite(result)) throw new Error(`${path} is ${result}`);
  if (result === undefined) throw new Error(`${path} is undefined`);
  if (typeof result === 'object' && result !== null)
    for (const [key, value] of Object.entries(result)) requirePlain(value, `${path}.${key}`);
}
