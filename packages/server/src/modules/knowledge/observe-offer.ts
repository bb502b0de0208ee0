import type { Operation } from '../../platform/operation.ts';
import { loadIndicators, storeRows } from '../measurement/index.ts';

interface Offer {
  readonly id: string;
  readonly at: Date;
  readonly serviceId: string | null;
}

/** The share of offers that an article solved; an organisation that does not measure it has no such indicator. */
const indicator = 'knowledge_deflection_rate';

/** Writes an offer as an observation: not solved when it is shown, corrected when it is. */
export async function observeOffer(operation: Operation, offer: Offer, end: 'solved' | 'not-solved'): Promise<void> {
  const measured = await loadIndicators(operation);
  if (!measured.some(({ code, measure }) => code === indicator && measure === 'share')) return;
  const service = await codeOf(operation, offer.serviceId);
  const row = {
    line: null,
    key: offer.id,
    indicator,
    at: offer.at,
    value: end === 'solved' ? 1 : 0,
    n: 1,
    service,
    raw: { offerId: offer.id },
  };
  await storeRows(operation, { source: 'knowledge', rows: [row], quarantineAs: 'nowhere' });
}

async function codeOf({ db, orgId }: Operation, serviceId: string | null): Promise<string | undefined> {
  if (serviceId === null) return undefined;
  const row = await db.selectFrom('service').select('code').where('org_id', '=', orgId).where('id', '=', serviceId).executeTakeFirst();
  return row?.code;
}
