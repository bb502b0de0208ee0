import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { createFeedback } from '@zhiheng/contract/feedback/feedback';
import { createFollowUp, updateFollowUp } from '@zhiheng/contract/feedback/follow-ups';
import { listNotifications } from '@zhiheng/contract/notifications/notifications';
import { deliverEvents } from '../../testing/deliver-events.ts';
import { newOrganisation } from '../../testing/sign-in.ts';
import { useTestServer } from '../../testing/test-server.ts';
import { tellOverdue } from '../feedback/index.ts';

const server = useTestServer();

test('whoever has a follow-up hears of it when somebody else gives it, and once more when it is late', async () => {
  const org = await newOrganisation(server);
  const agent = { cookie: await org.as('service-agent') };
  const { rows } = await sql<{ id: string }>`
    select id from account where org_id = ${org.orgId} and name = 'service-agent'`.execute(server.owner);
  const ownerId = rows[0]?.id ?? '';
  const { id: feedbackId } = await org.call(createFeedback, { body: { channel: 'letter', body: '等了四天' } });
  const { id } = await org.call(createFollowUp, { body: { feedbackId } });
  await org.call(updateFollowUp, { params: { id }, body: { version: 1, ownerId } });
  await sql`update follow_up set due_at = now() - interval '1 minute', opened_at = now() - interval '1 day' where org_id = ${org.orgId}`.execute(
    server.owner,
  );
  await tellOverdue(server.root);
  await deliverEvents(server);
  await deliverEvents(server);
  const told = (await org.call(listNotifications, {}, agent)).items.map(({ kind, entityKind, entityId, params }) => [
    kind,
    entityKind,
    entityId,
    params['late'],
  ]);
  expect(told).toEqual([
    ['follow-up', 'follow-up', id, true],
    ['follow-up', 'follow-up', id, false],
  ]);
  // Whoever gave it knows it already.
  expect((await org.call(listNotifications)).items).toEqual([]);
});
