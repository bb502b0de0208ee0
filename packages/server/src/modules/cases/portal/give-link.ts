import { sql } from 'kysely';
import type { FastifyRequest } from 'fastify';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { ServiceCase } from '@zhiheng/contract/cases/case';
import type { makeCaseLink as makeEndpoint, revokeCaseLink as revokeEndpoint } from '@zhiheng/contract/cases/portal';
import { baseOf, type Links } from '../../../platform/http/public-links.ts';
import type { Call } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { announceCase } from '../announce-case.ts';
import { lockCase } from '../case-state.ts';
import { renewToken, tokenOf } from './case-link.ts';

const urlOf = (links: Links, request: FastifyRequest, token: string): string => `${baseOf(links, request)}/p/c/${token}`;

/** The link as it stands, or a new one where there is none, it was taken back, or a new one is wanted. */
export const makeCaseLink =
  (links: Links) =>
  async (call: Call, { params, body }: Parsed<typeof makeEndpoint>): Promise<Reply<typeof makeEndpoint>> => {
    const { id, number } = await lockCase(call, params.id);
    const standing = body.renew ? null : await tokenOf(call, links.sealer, id);
    if (standing !== null) return { url: urlOf(links, call.request, standing) };
    const token = await renewToken(call, links.sealer, { id, number });
    announceCase(call, id);
    return { url: urlOf(links, call.request, token) };
  };

export async function revokeCaseLink(call: Call, { params }: Parsed<typeof revokeEndpoint>): Promise<{ ok: true }> {
  const { id, number } = await lockCase(call, params.id);
  const { numAffectedRows } = await sql`
    update case_access_link set revoked_at = ${call.now} where org_id = ${call.orgId} and case_id = ${id} and revoked_at is null`.execute(
    call.db,
  );
  if (numAffectedRows === 0n) return { ok: true };
  await recordEvent(call, { type: 'case-link.revoked', entity: { kind: 'case', id, label: number } });
  announceCase(call, id);
  return { ok: true };
}

type Answering<Input> = (call: Call, input: Input) => Promise<ServiceCase>;

/** Adds the customer's private link to a case for those who work on it: who holds the link acts as the customer. */
export const withLink =
  (links: Links) =>
  <Input>(operation: Answering<Input>): Answering<Input> =>
  async (call, input) => {
    const shown = await operation(call, input);
    if (!call.actor.permissions.has('cases.write')) return shown;
    const token = await tokenOf(call, links.sealer, shown.id);
    return { ...shown, portalUrl: token === null ? null : urlOf(links, call.request, token) };
  };
