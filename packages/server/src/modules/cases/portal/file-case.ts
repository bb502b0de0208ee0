import { sql } from 'kysely';
import type { fileCase as endpoint, PortalSettings } from '@zhiheng/contract/cases/portal';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import { invalid, invalidField } from '../../../platform/errors.ts';
import type { Operation, PublicCall } from '../../../platform/operation.ts';
import type { Sealer } from '../../../platform/sealed/sealer.ts';
import { settleOpenOffer } from '../../knowledge/index.ts';
import { emptyDraft, openCase } from '../open-case.ts';
import { renewToken } from './case-link.ts';
import { atOpenPortal, offeredServices } from './open-portal.ts';

type Body = Parsed<typeof endpoint>['body'];

/** Opens a case for somebody without an account. Whoever reports without a name leaves none behind, whatever the form sent. */
export const fileCase =
  (sealer: Sealer) =>
  (call: PublicCall, { params, body }: Pick<Parsed<typeof endpoint>, 'params' | 'body'>): Promise<Reply<typeof endpoint>> =>
    atOpenPortal(call, params.code, async (operation, settings) => {
      if (body.website !== '') throw invalidField('website', 'looks_automatic');
      await checkFiling(operation, settings, body);
      const { type, serviceId, subject, description, language, anonymous } = body;
      const contact = anonymous ? {} : { ...contactOf(body), customerId: await customerOf(operation, body.contactEmail) };
      const opened = await openCase(operation, {
        ...{ ...emptyDraft, type, serviceId, subject, description, language, anonymous, channel: 'portal', openedAt: operation.now },
        ...contact,
      });
      const token = await renewToken(operation, sealer, opened);
      await sql`
        update case_access_link set consented_at = ${operation.now} where org_id = ${operation.orgId} and case_id = ${opened.id}`.execute(
        operation.db,
      );
      if (body.offerId !== null) await settleOpenOffer(operation, body.offerId, opened.id);
      return { number: opened.number, token };
    });

const contactOf = ({ contactName, contactEmail, contactPhone }: Body) => ({ contactName, contactEmail, contactPhone });

async function checkFiling(operation: Operation, settings: PortalSettings, body: Body): Promise<void> {
  const { type, serviceId, anonymous } = body;
  if (!settings.types.includes(type)) throw invalidField('type', 'not_offered_here');
  if (anonymous && !(settings.anonymous && type === 'adverse-event')) throw invalidField('anonymous', 'not_anonymous');
  if (serviceId !== null) {
    const offered = await offeredServices(operation, settings);
    if (!offered.some(({ id }) => id === serviceId)) throw invalidField('serviceId', 'unknown_service');
  }
  if (settings.contactNeeded && !anonymous) checkContact(body);
}

function checkContact({ contactName, contactEmail, contactPhone }: Body): void {
  const wrong = [
    ...(contactName === '' ? [{ path: 'contactName', code: 'required' }] : []),
    ...(contactEmail === '' && contactPhone === '' ? [{ path: 'contactPhone', code: 'contact_missing' }] : []),
  ];
  if (wrong.length > 0) throw invalid(wrong);
}

/** The customer whose address was given, when it is one customer's alone: its agreements hold. */
async function customerOf({ db, orgId }: Operation, email: string): Promise<string | null> {
  if (email === '') return null;
  const { rows } = await sql<{ id: string }>`
    select id from customer where org_id = ${orgId} and email = ${email} and deleted_at is null limit 2`.execute(db);
  return rows.length === 1 ? (rows[0]?.id ?? null) : null;
}
