import type { createScorecard as endpoint, Scorecard } from '@zhiheng/contract/evaluation/scores';
import type { Parsed } from '@zhiheng/contract/endpoint';
import { newId } from '../../platform/identifier.ts';
import type { Operation } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { checkScorecard } from './check-scorecard.ts';

export async function createScorecard(operation: Operation, { body }: Pick<Parsed<typeof endpoint>, 'body'>): Promise<Scorecard> {
  await checkScorecard(operation, body);
  const { db, orgId } = operation;
  const id = newId();
  const { children, ...fields } = body;
  await db
    .insertInto('scorecard')
    .values({
      ...{ org_id: orgId, id, code: fields.code, headline: fields.headline },
      name: JSON.stringify(fields.name),
      description: JSON.stringify(fields.description),
      settings: JSON.stringify(fields.settings),
      tree: JSON.stringify(children),
    })
    .execute();
  await recordEvent(operation, {
    type: 'scorecard.created',
    entity: { kind: 'scorecard', id, label: body.name.zh },
    data: { code: body.code },
  });
  return { ...body, id, version: 1 };
}
