import { sql, type RawBuilder } from 'kysely';
import type { Call } from '../../../platform/operation.ts';

interface Page {
  readonly offset: number;
  readonly limit: number;
}

export const pageOf = ({ offset, limit }: Page): RawBuilder<unknown> => sql`offset ${offset} limit ${limit}`;

/** Pages of TM Forum say in their headers how many there are. */
export function saysTotal({ reply }: Pick<Call, 'reply'>, rows: readonly { readonly total: number }[]): void {
  reply.headers({ 'x-total-count': String(rows[0]?.total ?? 0), 'x-result-count': String(rows.length) });
}
