import { sql } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { getService as endpoint } from '@zhiheng/contract/catalog/services';
import type { Call } from '../../platform/operation.ts';
import { readService } from './select-services.ts';

export async function getService(call: Call, { params }: Parsed<typeof endpoint>): Promise<Reply<typeof endpoint>> {
  const service = await readService(call, params.id);
  const { rows } = await sql<{ dependents: string[]; children: string[] }>`
    select array(select s.id from service_dependency d join service s on s.org_id = d.org_id and s.id = d.service_id
                 where d.org_id = ${call.orgId} and d.depends_on_id = ${params.id} and s.deleted_at is null order by s.code) as dependents,
      array(select id from service where org_id = ${call.orgId} and parent_id = ${params.id} and deleted_at is null order by code) as children`.execute(
    call.db,
  );
  return { ...service, dependents: rows[0]?.dependents ?? [], children: rows[0]?.children ?? [] };
}
