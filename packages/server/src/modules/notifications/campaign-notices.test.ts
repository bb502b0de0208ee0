import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { createCampaign, getCampaign, setRecipients, tellRecipients, updateCampaign } from '@zhiheng/contract/campaigns/campaigns';
import { freezeResult } from '@zhiheng/contract/campaigns/results';
import { listNotifications } from '@zhiheng/contract/notifications/notifications';
import { createUnit } from '@zhiheng/contract/organisation/organisation';
import { deliverEvents } from '../../testing/deliver-events.ts';
import { newOrganisation } from '../../testing/sign-in.ts';
import { useTestServer } from '../../testing/test-server.ts';
import { buildClinic } from '../evaluation/evaluation.factory.ts';

const server = useTestServer();

test('who is to know the result of a campaign is told once, alone or in a team', async () => {
  const org = await newOrganisation(server);
  await org.inside(buildClinic);
  const [manager, agent] = [{ cookie: await org.as('quality-manager') }, { cookie: await org.as('service-agent') }];
  const bystander = { cookie: await org.as('auditor') };
  const { rows } = await sql<{ id: string; name: string }>`select id, name from account where org_id = ${org.orgId}`.execute(server.owner);
  const idOf = (name: string) => rows.find((row) => row.name === name)?.id ?? '';
  const team = await org.call(createUnit, { params: { kind: 'teams' }, body: { code: 'told', name: { zh: '一线', en: 'Front line' } } });
  for (const name of ['quality-manager', 'service-agent'])
    await sql`insert into team_member (org_id, team_id, account_id, lead) values (${org.orgId}, ${team.id}, ${idOf(name)}, false)`.execute(
      server.owner,
    );
  const name = { zh: '春季测评', en: 'Spring assessment' };
  const { id } = await org.call(createCampaign, { body: { name, kind: 'quarterly', from: '2024-03', until: '2024-03' } });
  const { version } = await org.call(getCampaign, { params: { id } });
  const figures = [{ kind: 'indicator' as const, code: 'wait', weight: 1 }];
  await org.call(updateCampaign, { params: { id }, body: { version, plan: { figures } } });
  await sql`update campaign set stage = 'feedback' where org_id = ${org.orgId}`.execute(server.owner);
  await org.call(freezeResult, { params: { id }, body: { version: (await org.call(getCampaign, { params: { id } })).version } });
  await org.call(setRecipients, { params: { id }, body: { accountIds: [idOf('quality-manager')], teamIds: [team.id] } });
  await org.call(tellRecipients, { params: { id } });
  await deliverEvents(server);
  await deliverEvents(server);
  const heard = async (by: object) =>
    (await org.call(listNotifications, {}, by)).items.map(({ kind, entityId, label }) => [kind, entityId, label]);
  const told = [['campaign-told', id, name.zh]];
  expect(await heard(manager)).toEqual(told);
  expect(await heard(agent)).toEqual(told);
  expect(await heard(bystander)).toEqual([]);
  const { rows: mails } = await sql<{ mail: string | null }>`select mail from notification where org_id = ${org.orgId}`.execute(
    server.owner,
  );
  expect(mails.map(({ mail }) => mail)).toEqual(['waiting', 'waiting']);
});
