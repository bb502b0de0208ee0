import { sql } from 'kysely';
import type { AgreementDefinition } from '@zhiheng/contract/agreements/policy';
import type { Operation } from '../../../platform/operation.ts';
import type { StandingRow } from '../../../platform/pack-part.ts';
import { codedDefinition, type AgreementContent } from './expand-agreement.rules.ts';
import type { Codes } from './read-codes.ts';

interface Row extends Omit<StandingRow<AgreementContent>, 'content'>, Omit<AgreementContent, 'definition' | 'team' | 'supplier'> {
  readonly teamId: string | null;
  readonly supplierId: string | null;
  readonly published: boolean;
  readonly definition: AgreementDefinition;
}

/** `published`: at least once */
export interface StandingAgreement extends StandingRow<AgreementContent> {
  readonly published: boolean;
}

/** Agreements with what their latest version says; before the first, the draft. */
export async function readStandingAgreements({ db, orgId }: Pick<Operation, 'db' | 'orgId'>, codes: Codes): Promise<StandingAgreement[]> {
  const { rows } = await sql<Row>`
    select a.id, a.pack, a.pack_hash as "packHash", a.deleted_at is not null as deleted, a.version > 0 as published, a.code, a.name, a.kind,
      a.team_id as "teamId", a.supplier_id as "supplierId", coalesce(v.definition, a.draft) as definition
    from agreement a left join agreement_version v on v.org_id = ${orgId} and v.agreement_id = a.id and v.version = a.version
    where a.org_id = ${orgId} order by a.code`.execute(db);
  return rows.map(({ id, pack, packHash, deleted, published, teamId, supplierId, definition, ...content }) => ({
    ...{ id, pack, packHash, deleted, published },
    content: {
      ...content,
      definition: codedDefinition(definition, codes.toCode),
      ...(teamId === null ? {} : { team: codes.toCode.team(teamId) }),
      ...(supplierId === null ? {} : { supplier: codes.toCode.supplier(supplierId) }),
    },
  }));
}
