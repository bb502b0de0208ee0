import { sql } from 'kysely';
import { hashOf } from '../../../platform/identifier.ts';
import type { Operation } from '../../../platform/operation.ts';
import type { MappedCase } from './map-case.rules.ts';

/** A case of the file that is here already. */
interface KnownCase {
  readonly id: string;
  readonly key: string;
  readonly version: number;
  readonly print: string;
  readonly writtenVersion: number;
  readonly subject: string;
  readonly status: string;
  readonly priority: string;
  readonly type: string;
  readonly team_id: string | null;
  readonly assignee_id: string | null;
  readonly category_id: string | null;
  readonly resolved_at: Date | null;
  readonly closed_at: Date | null;
}

export interface Changed {
  readonly case: MappedCase;
  readonly print: string;
  readonly known: KnownCase;
}

/** What a batch brings, beside what is here. */
export interface Compared {
  readonly made: readonly { readonly case: MappedCase; readonly print: string }[];
  readonly changed: readonly Changed[];
  readonly same: number;
  /** changed by somebody here since the last import: left alone */
  readonly kept: readonly Changed[];
}

/** Looks for the cases of a batch, holding those that are there. */
export async function compareRecords(operation: Operation, sourceId: string, cases: readonly MappedCase[]): Promise<Compared> {
  const known = new Map(
    (
      await readKnown(
        operation,
        sourceId,
        cases.map(({ key }) => key),
      )
    ).map((one) => [one.key, one]),
  );
  const made: { case: MappedCase; print: string }[] = [];
  const changed: Changed[] = [];
  const kept: Changed[] = [];
  let same = 0;
  for (const one of cases) {
    const print = printOf(one);
    const found = known.get(one.key);
    if (found === undefined) made.push({ case: one, print });
    else if (found.print === print) same += 1;
    else (found.version === found.writtenVersion ? changed : kept).push({ case: one, print, known: found });
  }
  return { made, changed, same, kept };
}

/** Two files that say the same of a case have the same. */
const printOf = ({ row, events, entries }: MappedCase): string => hashOf(JSON.stringify([row, events, entries]));

async function readKnown({ db, orgId }: Operation, sourceId: string, keys: readonly string[]): Promise<KnownCase[]> {
  const { rows } = await sql<KnownCase>`
    select c.id, c.record_key as key, c.version, r.print, r.case_version as "writtenVersion", c.subject, c.status, c.priority, c.type, c.team_id, c.assignee_id,
      c.category_id, c.resolved_at, c.closed_at
    from service_case c join case_import_record r on r.org_id = ${orgId} and r.case_id = c.id
    where c.org_id = ${orgId} and c.source_id = ${sourceId} and c.record_key = any(${[...keys]}::text[])
    order by c.id for no key update of c`.execute(db);
  return rows;
}

const compared = ['subject', 'status', 'priority', 'type', 'team_id', 'assignee_id', 'category_id'] as const;
const moments = ['resolved_at', 'closed_at'] as const;

/** By name, the fields in which a newer file differs; a longer history alone is `history`. */
export function fieldsChanged({ case: { row }, known }: Changed): string {
  const fields = [
    ...compared.filter((field) => row[field] !== known[field]),
    ...moments.filter((field) => row[field] !== (known[field] === null ? null : Math.floor(known[field].getTime() / 1000))),
  ];
  return fields.length === 0 ? 'history' : fields.join(', ');
}
