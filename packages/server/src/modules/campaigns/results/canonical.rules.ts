/**
 * One text for one value: keys sorted by their UTF-16 units, no spaces, numbers as ECMAScript writes them (the shortest text that reads back as
 * the same double), fields that are `undefined` left out. Throws RangeError for what JSON cannot say: NaN, infinities, functions.
 * Source: RFC 8785, JSON Canonicalization Scheme.
 * @example canonical({ b: [1, -0], a: 'é' }) // '{"a":"é","b":[1,0]}'
 */
export function canonical(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) return canonicalObject(value);
  throw new RangeError(`${typeof value} has no canonical text`);
}

function canonicalObject(value: object): string {
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  // Keys are compared by UTF-16 units, as `<` does, not by the alphabet of a language.
  const sorted = fields.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`).join(',')}}`;
}
