import { sql } from 'kysely';
import type { getAgreement as getEndpoint, listAgreements as listEndpoint } from '@zhiheng/contract/agreements/agreements';
import type { AgreementDefinition } from '@zhiheng/contract/agreements/policy';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import { containing } from '../../../platform/database/containing.ts';
import type { Call } from '../../../platform/operation.ts';
import { readAgreement, selectAgreements } from './select-agreements.ts';

export async function listAgreements(call: Call, { query }: Parsed<typeof listEndpoint>): Promise<Reply<typeof listEndpoint>> {
  const { q, kind } = query;
  const text = q === undefined ? null : containing(q);
  const found = text === null ? sql`true` : sql`(a.code ilike ${text} or a.name ->> 'zh' ilike ${text} or a.name ->> 'en' ilike ${text})`;
  const ofKind = kind === undefined ? sql`true` : sql`a.kind = ${kind}`;
  return { items: await selectAgreements(call, sql`${found} and ${ofKind}`) };
}

interface VersionRow {
  readonly version: number;
  readonly effectiveFrom: Date;
  readonly publishedAt: Date;
  readonly publishedBy: string | null;
  readonly definition: AgreementDefinition;
}

/** One agreement with its versions, the newest first. */
export async function getAgreement(call: Call, { params }: Parsed<typeof getEndpoint>): Promise<Reply<typeof getEndpoint>> {
  const agreement = await readAgreement(call, params.id);
  const { rows } = await sql<VersionRow>`
    select v.version, v.effective_from as "effectiveFrom", v.published_at as "publishedAt", a.name as "publishedBy", v.definition
    from agreement_version v left join account a on a.org_id = ${call.orgId} and a.id = v.published_by
    where v.org_id = ${call.orgId} and v.agreement_id = ${params.id} order by v.version desc`.execute(call.db);
  const versions = rows.map((row) => ({
    ...row,
    effectiveFrom: row.effectiveFrom.toISOString(),
    publishedAt: row.publishedAt.toISOString(),
  }));
  return { ...agreement, versions };
}
