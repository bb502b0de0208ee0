import type { PoolClient } from 'pg';

const named = /^\s*\/\* ([a-z]+(?:-[a-z]+)*) \*\//;

/**
 * A statement that begins with its name in a comment, `slash-star open-case star-slash`, is parsed once per connection. Its text must not vary: the
 * driver refuses two texts under one name.
 */
export function nameStatements(client: PoolClient): void {
  const query = client.query.bind(client) as (...call: unknown[]) => unknown;
  const byName = (text: unknown, values: unknown, ...rest: unknown[]): unknown => {
    const name = typeof text === 'string' ? named.exec(text)?.[1] : undefined;
    return name === undefined ? query(text, values, ...rest) : query({ name, text, values }, ...rest);
  };
  client.query = byName as typeof client.query;
}
