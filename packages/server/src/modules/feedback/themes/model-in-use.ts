import { gunzipSync } from 'node:zlib';
import { decodeModel, type SentimentModel } from '@zhiheng/text/sentiment';
import { sql } from 'kysely';
import type { Operation } from '../../../platform/operation.ts';

interface Held {
  readonly trainedAt: number;
  readonly model: SentimentModel;
}

/** A model is 4 MB: the ones used last are held. */
const mostHeld = 8;
const held = new Map<string, Held>();

/** The organisation's own model; null when it has none that is better than the shipped one. */
export async function modelOf({ db, orgId }: Operation): Promise<SentimentModel | null> {
  const { rows } = await sql<{ trainedAt: Date }>`
    select trained_at as "trainedAt" from feedback_model where org_id = ${orgId} and model is not null`.execute(db);
  const trainedAt = rows[0]?.trainedAt.getTime();
  if (trainedAt === undefined) return null;
  const known = held.get(orgId);
  if (known?.trainedAt === trainedAt) return hold(orgId, known);
  const stored = await sql<{ model: Buffer }>`select model from feedback_model where org_id = ${orgId}`.execute(db);
  const bytes = stored.rows[0]?.model;
  return bytes === undefined ? null : hold(orgId, { trainedAt, model: decodeModel(gunzipSync(bytes)) });
}

function hold(orgId: string, model: Held): SentimentModel {
  held.delete(orgId);
  held.set(orgId, model);
  const [oldest] = held.keys();
  if (held.size > mostHeld && oldest !== undefined) held.delete(oldest);
  return model.model;
}
