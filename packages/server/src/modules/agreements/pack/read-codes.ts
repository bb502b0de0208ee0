import { sql } from 'kysely';
import type { Operation } from '../../../platform/operation.ts';
import type { CodesToIds } from './expand-agreement.rules.ts';

interface Coded {
  readonly id: string;
  readonly deleted: boolean;
}
const kinds = { calendar: 'business_calendar', service: 'service', segment: 'segment', team: 'team', supplier: 'supplier' } as const;
type Kind = keyof typeof kinds;

/** What agreements may name, by code, and both ways of translation; what has no counterpart stays as it is. */
export type Codes = Readonly<Record<Kind, ReadonlyMap<string, Coded>>> & {
  readonly toId: CodesToIds;
  readonly toCode: CodesToIds & { readonly team: (id: string) => string; readonly supplier: (id: string) => string };
};

export async function readCodes({ db, orgId }: Pick<Operation, 'db' | 'orgId'>): Promise<Codes> {
  const read = async (table: string) => {
    const { rows } = await sql<Coded & { code: string }>`
      select code, id, deleted_at is not null as deleted from ${sql.table(table)} where org_id = ${orgId}`.execute(db);
    return rows;
  };
  const [calendar, service, segment] = [await read(kinds.calendar), await read(kinds.service), await read(kinds.segment)];
  const [team, supplier] = [await read(kinds.team), await read(kinds.supplier)];
  const byCode = (rows: readonly (Coded & { code: string })[]) => new Map(rows.map(({ code, ...row }) => [code, row]));
  const idOf = (rows: readonly (Coded & { code: string })[]) => translator(rows.map(({ code, id }) => [code, id]));
  const codeOf = (rows: readonly (Coded & { code: string })[]) => translator(rows.map(({ code, id }) => [id, code]));
  return {
    ...{ calendar: byCode(calendar), service: byCode(service), segment: byCode(segment), team: byCode(team), supplier: byCode(supplier) },
    toId: { calendar: idOf(calendar), service: idOf(service), segment: idOf(segment) },
    toCode: {
      ...{ calendar: codeOf(calendar), service: codeOf(service), segment: codeOf(segment) },
      ...{ team: codeOf(team), supplier: codeOf(supplier) },
    },
  };
}

function translator(pairs: readonly (readonly [string, string])[]): (name: string) => string {
  const words = new Map(pairs);
  return (name) => words.get(name) ?? name;
}
