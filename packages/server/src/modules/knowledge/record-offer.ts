import { sql } from 'kysely';
import type { suggestArticles as endpoint } from '@zhiheng/contract/knowledge/knowledge';
import type { Parsed } from '@zhiheng/contract/endpoint';
import { newId } from '../../platform/identifier.ts';
import type { Operation } from '../../platform/operation.ts';
import { checkServices } from './check-article.ts';
import { observeOffer } from './observe-offer.ts';

type Body = Pick<Parsed<typeof endpoint>['body'], 'serviceId' | 'channel' | 'offerId'>;

/** Notes what was shown. Whoever goes on typing stays in one offer until it has ended; nothing shown is no offer. */
export async function recordOffer(operation: Operation, body: Body, articleIds: readonly string[]): Promise<string | null> {
  const going = body.offerId === null ? null : await findGoing(operation, body.offerId);
  if (articleIds.length === 0) return going;
  const offerId = going ?? (await openOffer(operation, body));
  await sql`insert into article_offer_item (org_id, offer_id, article_id, place, shown_at)
    select ${operation.orgId}, ${offerId}, a, place, ${operation.now} from unnest(${[...articleIds]}::uuid[]) with ordinality s (a, place)
    on conflict do nothing`.execute(operation.db);
  return offerId;
}

async function findGoing({ db, orgId }: Operation, id: string): Promise<string | null> {
  const going = db.selectFrom('article_offer').select('id').where('org_id', '=', orgId).where('id', '=', id).where('outcome', 'is', null);
  return (await going.executeTakeFirst())?.id ?? null;
}

async function openOffer(operation: Operation, { serviceId, channel }: Body): Promise<string> {
  const { db, orgId, now } = operation;
  await checkServices(operation, serviceId === null ? [] : [serviceId], []);
  const id = newId();
  await db.insertInto('article_offer').values({ org_id: orgId, id, at: now, channel, service_id: serviceId }).execute();
  await observeOffer(operation, { id, at: now, serviceId }, 'not-solved');
  return id;
}
