import { sql } from 'kysely';
import type { Simulation } from '@zhiheng/contract/cases/simulation';
import type { AgreementDefinition } from '@zhiheng/contract/agreements/policy';
import { notFound } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import type { LocalText } from '@zhiheng/contract/values/text';
import { resultOf } from './simulation-result.ts';
import type { Tally } from './tally.rules.ts';

type Reader = Pick<Operation, 'db' | 'orgId'>;

/** What is stored when a simulation is done: the sums, and the terms by which they are money. */
export interface StoredTally extends Tally {
  readonly credit?: { readonly before: AgreementDefinition['credit']; readonly after: AgreementDefinition['credit'] };
}

interface Row {
  readonly id: string;
  readonly agreementId: string;
  readonly agreementName: LocalText;
  readonly calendar: Simulation['calendar'];
  readonly definition: AgreementDefinition;
  readonly state: Simulation['state'];
  readonly zone: string;
  readonly from: Date;
  readonly to: Date;
  readonly cases: number | null;
  readonly casesRead: number;
  readonly tally: StoredTally | null;
  readonly createdAt: Date;
  readonly createdBy: string | null;
  readonly finishedAt: Date | null;
}

interface Which {
  readonly id?: string;
  readonly agreementId?: string | undefined;
  /** older than the one with this id: ids sort by time of making */
  readonly before?: string;
  readonly most: number;
}

type Told = Simulation & { readonly definition: AgreementDefinition };

/** Simulations, newest first, as they are told. */
export async function readSimulations(reader: Reader, { id, agreementId, before, most }: Which): Promise<Told[]> {
  const { db, orgId } = reader;
  const { rows } = await sql<Row>`
    select s.id, s.agreement_id as "agreementId", a.name as "agreementName",
      case when b.id is not null then jsonb_build_object('id', b.id, 'name', b.name) end as calendar, s.definition, s.state, s.zone, s.from_at as "from", s.to_at as "to", s.cases,
      s.cases_read as "casesRead", s.tally, s.created_at as "createdAt", coalesce(p.name, k.name) as "createdBy", s.finished_at as "finishedAt"
    from simulation s
    join agreement a on a.org_id = ${orgId} and a.id = s.agreement_id
    left join business_calendar b on b.org_id = ${orgId} and b.id = s.calendar_id
    left join account p on p.org_id = ${orgId} and p.id = s.created_by
    left join api_key k on k.org_id = ${orgId} and k.id = s.created_by
    where s.org_id = ${orgId} ${id === undefined ? sql`` : sql`and s.id = ${id}`} ${before === undefined ? sql`` : sql`and s.id < ${before}`}
      ${agreementId === undefined ? sql`` : sql`and s.agreement_id = ${agreementId}`}
    order by s.id desc limit ${most}`.execute(db);
  const told: Told[] = [];
  for (const row of rows) told.push(await toldOf(reader, row));
  return told;
}

export async function readSimulation(reader: Reader, id: string): Promise<Told> {
  const [found] = await readSimulations(reader, { id, most: 1 });
  if (found === undefined) throw notFound('simulation');
  return found;
}

async function toldOf(reader: Reader, { tally, zone, ...row }: Row): Promise<Told> {
  return {
    ...row,
    from: row.from.toISOString(),
    to: row.to.toISOString(),
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    result: row.state === 'done' && tally !== null ? await resultOf(reader, tally, zone) : null,
  };
}
