import { wilsonInterval } from '@zhiheng/stats/intervals';
import { sql } from 'kysely';
import type { Reply } from '@zhiheng/contract/endpoint';
import type { sentimentQuality as endpoint } from '@zhiheng/contract/feedback/themes';
import type { Operation } from '../../../platform/operation.ts';
import { fewestCorrections } from './learn-sentiment.ts';

interface Learnt {
  readonly corrections: number;
  readonly trainedAt: Date | null;
  readonly heldOut: number;
  readonly ownRight: number;
  readonly shippedRight: number;
  readonly own: boolean;
}

export async function sentimentQuality({ db, orgId }: Operation): Promise<Reply<typeof endpoint>> {
  const { rows } = await sql<Learnt>`
    select (select count(*)::int4 from feedback where org_id = ${orgId} and polarity_by = 'hand' and polarity <> 'unclear' and language = 'zh') as corrections,
      m.trained_at as "trainedAt", m.held_out as "heldOut", m.own_right as "ownRight", m.shipped_right as "shippedRight", m.model is not null as own
    from organisation o left join feedback_model m on m.org_id = o.org_id where o.org_id = ${orgId}`.execute(db);
  const [row] = rows;
  const none = { corrections: row?.corrections ?? 0, needed: fewestCorrections, judged: null };
  if (row === undefined || row.trainedAt === null) return none;
  const shareOf = (right: number) => ({ right, interval: intervalOf(right, row.heldOut) });
  const used = row.own ? ('own' as const) : ('shipped' as const);
  const judged = { heldOut: row.heldOut, own: shareOf(row.ownRight), shipped: shareOf(row.shippedRight), used };
  return { ...none, judged: { ...judged, trainedAt: row.trainedAt.toISOString() } };
}

/** A pair that may be changed, as the contract has it. */
function intervalOf(right: number, n: number): [number, number] | null {
  const interval = wilsonInterval(right, n);
  return interval === null ? null : [interval[0], interval[1]];
}
