import { setImmediate } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import {
  adaptModel,
  encodeModel,
  sentimentOf,
  shippedModel,
  stratifiedFolds,
  type Sample,
  type SentimentModel,
} from '@zhiheng/text/sentiment';
import { sql } from 'kysely';
import type { Db } from '../../../platform/database/connect.ts';
import { inOrganisation } from '../../../platform/database/in-organisation.ts';
import { systemActor, type Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';

/** Fewer judgements by people say nothing about a model. */
export const fewestCorrections = 50;
/** Of more, the newest are learnt from. */
const mostCorrections = 2000;
const folds = 5;
const seed = 20_261_121;
/** A model is learnt anew after so long at the earliest. */
const restMilliseconds = 600_000;

/** Learns from what people of each organisation judged, where there is something new. */
export async function learnSentiment(root: Db, now = new Date()): Promise<void> {
  const before = new Date(now.getTime() - restMilliseconds);
  const { rows } = await sql<{ orgId: string }>`
    select organisations_with_corrections(${fewestCorrections}, ${before}) as "orgId"`.execute(root);
  for (const { orgId } of rows) await learnIn(root, orgId, now);
}

async function learnIn(root: Db, orgId: string, now: Date): Promise<void> {
  const place = (db: Operation['db']): Operation => ({ db, orgId, actor: systemActor, now });
  const samples = await inOrganisation(root, orgId, (db) => readCorrections(place(db)));
  // The long part holds no transaction open.
  const quality = await judgeHeldOut(samples);
  const better = quality.own > quality.shipped;
  const bytes = better ? gzipSync(encodeModel(adaptModel(shippedModel(), samples))) : null;
  await inOrganisation(root, orgId, async (db) => {
    await sql`
      insert into feedback_model (org_id, trained_at, corrections, held_out, own_right, shipped_right, model)
      values (${orgId}, ${now}, ${samples.length}, ${samples.length}, ${quality.own}, ${quality.shipped}, ${bytes})
      on conflict (org_id) do update set trained_at = excluded.trained_at, corrections = excluded.corrections, held_out = excluded.held_out,
        own_right = excluded.own_right, shipped_right = excluded.shipped_right, model = excluded.model`.execute(db);
    const data = { corrections: samples.length, ownRight: quality.own, shippedRight: quality.shipped, used: better ? 'own' : 'shipped' };
    await recordEvent(place(db), { type: 'feedback-model.learnt', entity: { kind: 'organisation', id: orgId }, data });
  });
}

/** Texts with the answer that a person gave; the newest. */
async function readCorrections({ db, orgId }: Operation): Promise<Sample[]> {
  const { rows } = await sql<Sample>`
    select body as text, polarity = 'positive' as positive from feedback
    where org_id = ${orgId} and polarity_by = 'hand' and polarity <> 'unclear' and language = 'zh' order by judged_at desc, id limit ${mostCorrections}`.execute(
    db,
  );
  return rows;
}

/** Every judgement is foretold by a model that has seen only the other folds: how often it is right, and how often the shipped one. */
async function judgeHeldOut(samples: readonly Sample[]): Promise<{ readonly own: number; readonly shipped: number }> {
  const foldOf = stratifiedFolds(samples, folds, seed);
  let [own, shipped] = [0, 0];
  for (let fold = 0; fold < folds; fold++) {
    // Others are served between the folds.
    await setImmediate();
    const model = adaptModel(
      shippedModel(),
      samples.filter((_, i) => foldOf[i] !== fold),
    );
    const heldOut = samples.filter((_, i) => foldOf[i] === fold);
    own += heldOut.filter((sample) => isRight(sample, model)).length;
    shipped += heldOut.filter((sample) => isRight(sample, shippedModel())).length;
  }
  return { own, shipped };
}

/** Nearer to what the person said than to the opposite; what a model cannot judge is not right. */
function isRight({ text, positive }: Sample, model: SentimentModel): boolean {
  const sentiment = sentimentOf(text, model);
  return sentiment.kind === 'sentiment' && sentiment.probability > 0.5 === positive;
}
