import { sql } from 'kysely';
import type { DistributionKind, ResponseSubject } from '@zhiheng/contract/surveys/distributions';
import { hashOf, newId, newSecret } from '../../../platform/identifier.ts';
import type { Operation } from '../../../platform/operation.ts';
import type { Sealer } from '../../../platform/sealed/sealer.ts';
import { newLink } from '../distributions/survey-link.ts';
import { suppressionOf, type Known, type Suppression } from './suppress.rules.ts';

/** Somebody who may be asked. */
export interface Candidate {
  readonly customerId: string | null;
  readonly caseId: string | null;
  readonly name: string;
  readonly address: string;
  readonly language: string | null;
  readonly subject: ResponseSubject;
  readonly given: Readonly<Record<string, string>>;
}

interface Asking {
  readonly distributionId: string;
  readonly surveyId: string;
  readonly kind: DistributionKind;
  readonly fatigueDays: number;
  /** when the first mail goes out; null: somebody hands out the links */
  readonly mailAt: Date | null;
  /** null: links are made when the mail goes out */
  readonly sealer: Sealer | null;
  /** says what would happen */
  readonly dryRun: boolean;
}

interface Decided {
  readonly person: Candidate;
  readonly reason: Suppression | null;
}

/** Asks people, and notes those who are left out with the reason. How many of each. */
export async function askPeople(
  operation: Operation,
  asking: Asking,
  people: readonly Candidate[],
): Promise<ReadonlyMap<Suppression | null, number>> {
  const candidates = people.map((person) => ({ ...person, address: person.address.trim().toLowerCase() }));
  const decided = decide(candidates, await readKnown(operation, asking, candidates), asking);
  // Whoever was asked already stands in the list already.
  if (!asking.dryRun)
    await insertInvitations(
      operation,
      asking,
      decided.filter(({ reason }) => reason !== 'already-asked'),
    );
  const counts = new Map<Suppression | null, number>();
  for (const { reason } of decided) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return counts;
}

function decide(people: readonly Candidate[], known: readonly Known[], { kind }: Asking): Decided[] {
  const named = new Set<string>();
  return people.map((person, at) => {
    const names = [person.customerId ?? '', person.address].filter((name) => name !== '');
    const twice = person.caseId === null && names.some((name) => named.has(name));
    names.forEach((name) => named.add(name));
    const facts = known[at] ?? unknown;
    return { person, reason: suppressionOf(person, { ...facts, asked: facts.asked || twice }, kind === 'email' || kind === 'after-case') };
  });
}

const unknown: Known = { asked: false, declined: false, bounced: false, tired: false };

async function readKnown({ db, orgId, now }: Operation, asking: Asking, people: readonly Candidate[]): Promise<Known[]> {
  const since = new Date(now.getTime() - asking.fatigueDays * 86_400_000);
  const { rows } = await sql<Known & { at: number }>`
    with person as (
      select * from unnest(${people.map(({ address }) => address)}::text[], ${people.map(({ customerId }) => customerId)}::uuid[],
        ${people.map(({ caseId }) => caseId)}::uuid[]) with ordinality as p (address, customer_id, case_id, at)),
    met as (
      select p.at, p.case_id as wanted_case, i.* from person p join survey_invitation i on i.org_id = ${orgId} and i.address = p.address where p.address <> ''
      union all select p.at, p.case_id, i.* from person p join survey_invitation i on i.org_id = ${orgId} and i.customer_id = p.customer_id)
    select at::int4 as at, bool_or(distribution_id = ${asking.distributionId} and state <> 'suppressed' and (wanted_case is null or case_id = wanted_case)) as asked,
      bool_or(declined_at is not null) as declined, bool_or(state = 'bounced') as bounced,
      bool_or(state <> 'suppressed' and created_at > ${since} and ${asking.fatigueDays}::int4 > 0) as tired
    from met group by at`.execute(db);
  const known = people.map((): Known => unknown);
  for (const { at, ...facts } of rows) known[at - 1] = facts;
  return known;
}

async function insertInvitations(operation: Operation, asking: Asking, decided: readonly Decided[]): Promise<void> {
  if (decided.length === 0) return;
  const { db, orgId, now } = operation;
  const list = decided.map(({ person, reason }) => {
    const id = newId();
    const link = asking.sealer === null ? { token_hash: hashOf(newSecret()), token_sealed: '' } : newLink(asking.sealer, { orgId, id });
    const next = reason === null ? (asking.mailAt?.toISOString() ?? null) : null;
    return { id, ...person, ...person.subject, ...link, state: reason === null ? 'waiting' : 'suppressed', reason, next };
  });
  await sql`
    insert into survey_invitation (org_id, id, distribution_id, survey_id, customer_id, case_id, name, address, language, service_id, site_id, team_id,
      segment_id, given, token_hash, token_sealed, state, reason, next_at, created_at)
    select ${orgId}::uuid, n.id, ${asking.distributionId}::uuid, ${asking.surveyId}::uuid, n."customerId", n."caseId", n.name, n.address, n.language,
      n."serviceId", n."siteId", n."teamId", n."segmentId", n.given, n.token_hash, n.token_sealed, n.state, n.reason, n.next, ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as n (id uuid, "customerId" uuid, "caseId" uuid, name text, address text, language text,
      "serviceId" uuid, "siteId" uuid, "teamId" uuid, "segmentId" uuid, given jsonb, token_hash text, token_sealed text, state text, reason text,
      next timestamptz)`.execute(db);
}
