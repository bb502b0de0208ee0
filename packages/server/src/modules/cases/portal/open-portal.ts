import { sql } from 'kysely';
import type {
  PortalSettings,
  openPortal as openEndpoint,
  readAtPortal as readEndpoint,
  solvedAtPortal as solvedEndpoint,
  suggestAtPortal as suggestEndpoint,
} from '@zhiheng/contract/cases/portal';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import { notFound } from '../../../platform/errors.ts';
import type { Operation, PublicCall } from '../../../platform/operation.ts';
import { findArticle, openArticle, settleOffer, suggestArticles } from '../../knowledge/index.ts';
import type { Opener } from '../case-number.ts';
import { atAddress } from './enter-portal.ts';
import { readPortalSettings } from './portal-settings.ts';

/** Enters where the house has opened its door to customers; a closed one looks like none. */
export const atOpenPortal = <T>(
  call: PublicCall,
  code: string,
  work: (operation: Required<Opener>, settings: PortalSettings) => Promise<T>,
): Promise<T> =>
  atAddress(call, code, async (operation) => {
    const settings = await readPortalSettings(operation);
    if (!settings.open) throw notFound('portal');
    return work(operation, settings);
  });

type Page = Reply<typeof openEndpoint>;

export const openPortal = (call: PublicCall, { params }: Pick<Parsed<typeof openEndpoint>, 'params'>): Promise<Page> =>
  atOpenPortal(call, params.code, async (operation, settings) => {
    const { types, intro, consent, contactNeeded, suggests, anonymous } = settings;
    const services = await offeredServices(operation, settings);
    return { organisation: await organisationName(operation), types, intro, consent, contactNeeded, suggests, anonymous, services };
  });

async function organisationName({ db, orgId }: Operation): Promise<string> {
  const { name } = await db.selectFrom('organisation').select('name').where('org_id', '=', orgId).executeTakeFirstOrThrow();
  return name;
}

export async function offeredServices({ db, orgId }: Operation, { serviceIds }: PortalSettings): Promise<Page['services']> {
  const { rows } = await sql<Page['services'][number]>`
    select id, name from service where org_id = ${orgId} and deleted_at is null and state = 'live'
      and (cardinality(${serviceIds}::uuid[]) = 0 or id = any(${serviceIds}::uuid[])) order by code limit 500`.execute(db);
  return rows;
}

type Suggestions = Reply<typeof suggestEndpoint>;

/** What somebody writes is answered by articles before it becomes a case; what was shown is kept as an offer. */
export const suggestAtPortal = (
  call: PublicCall,
  { params, body }: Pick<Parsed<typeof suggestEndpoint>, 'params' | 'body'>,
): Promise<Suggestions> =>
  atOpenPortal(call, params.code, async (operation, { suggests }) => {
    if (!suggests) return { offerId: null, items: [] };
    const { offerId, items } = await suggestArticles(operation, { body: { ...body, channel: 'portal', recorded: true, limit: 3 } });
    return { offerId, items: items.map(({ id, title, excerpt }) => ({ id, title, excerpt })) };
  });

export const readAtPortal = (
  call: PublicCall,
  { params, body }: Pick<Parsed<typeof readEndpoint>, 'params' | 'body'>,
): Promise<Reply<typeof readEndpoint>> =>
  atOpenPortal(call, params.code, async (operation, { suggests }) => {
    const article = suggests ? await findArticle(operation, params.id) : null;
    if (article?.state !== 'published') throw notFound('article');
    await openArticle(operation, { params, body });
    return { title: article.title, body: article.body };
  });

export const solvedAtPortal = (
  call: PublicCall,
  { params, body }: Pick<Parsed<typeof solvedEndpoint>, 'params' | 'body'>,
): Promise<{ ok: true }> =>
  atOpenPortal(call, params.code, (operation) =>
    settleOffer(operation, { params: { id: body.offerId }, body: { outcome: 'solved', articleId: params.id } }),
  );
