import { sql } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { signIn as endpoint } from '@zhiheng/contract/identity/sign-in';
import { inOrganisation } from '../../platform/database/in-organisation.ts';
import { AppError } from '../../platform/errors.ts';
import { systemActor, type PublicCall } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { isPassword } from './password.ts';
import { startSession } from './start-session.ts';

interface Candidate {
  readonly orgId: string;
  readonly organisation: string;
  readonly accountId: string;
  readonly passwordHash: string | null;
}

/** The password is checked in every organisation that knows the address; somebody who fits in several is asked which. */
export async function signIn(call: PublicCall, { body }: Parsed<typeof endpoint>): Promise<Reply<typeof endpoint>> {
  const candidates = await findCandidates(call, body.email, body.organisationId);
  if (candidates.length === 0) await isPassword(null, body.password);
  const fitting = await candidatesWith(candidates, body.password);
  const [only, ...others] = fitting;
  if (only === undefined) return refuse(call, candidates, body.email);
  if (others.length > 0)
    return { kind: 'choose-organisation', organisations: fitting.map((one) => ({ id: one.orgId, name: one.organisation })) };
  await enter(call, only);
  return { kind: 'signed-in' };
}

async function findCandidates({ root }: PublicCall, email: string, onlyIn: string | undefined): Promise<Candidate[]> {
  const { rows } = await sql<{ org_id: string }>`select org_id from orgs_of_email(${email}) as org_id`.execute(root);
  const candidates: Candidate[] = [];
  // One transaction sees one organisation: that is the wall, so this cannot be one statement.
  for (const { org_id } of rows.filter((row) => onlyIn === undefined || row.org_id === onlyIn)) {
    const found = await inOrganisation(root, org_id, (db) =>
      db
        .selectFrom('account')
        .innerJoin('organisation', 'organisation.org_id', 'account.org_id')
        .select([
          'account.org_id as orgId',
          'organisation.name as organisation',
          'account.id as accountId',
          'account.password_hash as passwordHash',
        ])
        .where('account.org_id', '=', org_id)
        .where('account.email', '=', email)
        .executeTakeFirst(),
    );
    if (found !== undefined) candidates.push(found);
  }
  return candidates.sort((a, b) => a.organisation.localeCompare(b.organisation));
}

async function candidatesWith(candidates: readonly Candidate[], password: string): Promise<Candidate[]> {
  const fits = await Promise.all(candidates.map((candidate) => isPassword(candidate.passwordHash, password)));
  return candidates.filter((_candidate, index) => fits[index]);
}

/** Nobody is told whether the address or the password was wrong; the organisation reads of it in its log. */
async function refuse(call: PublicCall, candidates: readonly Candidate[], email: string): Promise<never> {
  const data = { address: call.request.ip };
  for (const { orgId, accountId } of candidates) {
    await inOrganisation(call.root, orgId, (db) =>
      recordEvent(
        { db, orgId, actor: systemActor, now: call.now },
        { type: 'session.failed', entity: { kind: 'account', id: accountId, label: email }, data },
      ),
    );
  }
  throw new AppError(401, 'wrong_credentials');
}

/** Checking a password takes its time: the account must still be what was checked. */
async function enter(call: PublicCall, { orgId, accountId, passwordHash }: Candidate): Promise<void> {
  await inOrganisation(call.root, orgId, async (db) => {
    const same = await db
      .selectFrom('account')
      .select('id')
      .where('org_id', '=', orgId)
      .where('id', '=', accountId)
      .where('password_hash', '=', passwordHash)
      .where('state', '=', 'active')
      .where('deleted_at', 'is', null)
      .forShare()
      .executeTakeFirst();
    if (same === undefined) throw new AppError(401, 'wrong_credentials');
    await startSession({ db, orgId, now: call.now }, accountId, call);
  });
}
