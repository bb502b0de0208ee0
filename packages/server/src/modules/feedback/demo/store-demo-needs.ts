import { sql } from 'kysely';
import type { PackDemoFeedback } from '@zhiheng/contract/packs/pack-feedback';
import type { Locale } from '@zhiheng/contract/values/text';
import { newId } from '../../../platform/identifier.ts';
import type { Operation } from '../../../platform/operation.ts';
import { writeNeed } from '../needs/write-need.ts';

interface Plan {
  readonly feedback: PackDemoFeedback;
  readonly locale: Locale;
  readonly services: ReadonlyMap<string, string>;
  /** what the needs rest on */
  readonly said: readonly { readonly need: string | undefined; readonly feedbackId: string | undefined }[];
}

/** Needs with what they rest on, against features and competitors. */
export async function storeDemoNeeds(operation: Operation, { feedback, locale, services, said }: Plan): Promise<void> {
  const { db, orgId } = operation;
  const features = feedback.features.map(({ name, unit, ...feature }, position) => ({
    ...{ org_id: orgId, id: newId(), ...feature, name: name[locale], unit: unit[locale], position, demo: true },
  }));
  const competitors = feedback.competitors.map((name, position) => ({
    org_id: orgId,
    id: newId(),
    name: name[locale],
    position,
    demo: true,
  }));
  if (features.length > 0) await db.insertInto('service_feature').values(features).execute();
  if (competitors.length > 0) await db.insertInto('competitor').values(competitors).execute();
  for (const need of feedback.needs) {
    const id = newId();
    const sources = said.flatMap(({ need: code, feedbackId }) => (code === need.code && feedbackId !== undefined ? [feedbackId] : []));
    await writeNeed(operation, {
      ...{ id, kind: need.kind, name: need.name[locale], detail: '', serviceId: services.get(need.service) ?? null, segmentId: null },
      ...{ importance: need.importance, priority: need.priority, ownScore: need.own_score, targetScore: need.target_score },
      ...{ salesPoint: need.sales_point, state: 'noted', handedTo: '', handedAt: null, stateNote: '', version: 1 },
      sources: sources.map((feedbackId) => ({ feedbackId, words: '', url: '' })),
    });
    await sql`update customer_need set demo = true where org_id = ${orgId} and id = ${id}`.execute(db);
    const relations = need.features.flatMap((strength, at) => {
      const feature = features[at];
      return strength === 0 || feature === undefined ? [] : [{ org_id: orgId, need_id: id, feature_id: feature.id, strength }];
    });
    if (relations.length > 0) await db.insertInto('need_relation').values(relations).execute();
    const scores = need.competitors.flatMap((score, at) => {
      const competitor = competitors[at];
      return competitor === undefined ? [] : [{ org_id: orgId, need_id: id, competitor_id: competitor.id, score }];
    });
    if (scores.length > 0) await db.insertInto('competitor_score').values(scores).execute();
  }
}
