import { expect, test } from 'vitest';
import * as api from '@zhiheng/contract/agreements/agreements';
import { publishCalendar } from '@zhiheng/contract/agreements/calendars';
import { restoreFromTrash } from '@zhiheng/contract/insight/board';
import { newOrganisation, type TestOrganisation } from '../../testing/sign-in.ts';
import { useTestServer } from '../../testing/test-server.ts';
import { readAgreementsInForce, restoreAgreement } from './index.ts';
import { named, newCalendar, office, promising, published, resolutionIn } from './agreements.factory.ts';

const server = useTestServer();
const inForce = (org: TestOrganisation) => org.inside(readAgreementsInForce);

test('nothing is in force where nothing was published', async () => {
  const org = await newOrganisation(server, { timeZone: 'Europe/Berlin' });
  const { id } = await newCalendar(org);
  await org.call(api.createAgreement, { body: { code: 'a', name: named('a'), kind: 'sla', draft: promising(id) } });
  expect(await inForce(org)).toMatchObject({ zone: 'Europe/Berlin', policies: [], calendars: [], agreements: { lines: [] } });
});

test('every version is there for the clock, read once until something is published', async () => {
  const org = await newOrganisation(server);
  const calendar = await newCalendar(org);
  const agreement = await published(org, { code: 'gold', definition: promising(calendar.id), effectiveFrom: '2026-01-01T00:00:00Z' });
  const first = await inForce(org);
  expect(first.policies).toMatchObject([
    {
      ...{ id: agreement.id, version: 1, name: named('gold'), agreement: { kind: 'sla' }, effectiveFrom: Date.parse('2026-01-01') / 1000 },
      ...{ calendar: calendar.id, closed: ['closed', 'cancelled', 'merged'], targets: [{ kind: 'resolution' }] },
    },
  ]);
  expect(first.calendars).toEqual([{ id: calendar.id, version: 1, ...office }]);
  expect(first.names.get(calendar.id)).toEqual(named('office'));
  expect(first.termsOf({ id: agreement.id, version: 1 })).toMatchObject({ actions: [{ stepId: 'warn' }], attainmentGoal: 95 });
  expect(await inForce(org)).toBe(first);
  const params = { id: agreement.id };
  await org.call(api.saveAgreementDraft, { params, body: { revision: 2, draft: promising(calendar.id, { targets: [resolutionIn(1)] }) } });
  expect(await inForce(org)).toBe(first);
  await org.call(api.publishAgreement, { params, body: { revision: 3 } });
  const second = await inForce(org);
  expect(second.revision).not.toBe(first.revision);
  expect(second.policies.map(({ version }) => version)).toEqual([1, 2]);
  await org.call(publishCalendar, { params: { id: calendar.id }, body: { version: 1, definition: { ...office, zone: 'UTC' } } });
  const third = await inForce(org);
  expect(third.calendars).toMatchObject([{ version: 2, zone: 'UTC' }]);
  expect(third.revision).not.toBe(second.revision);
  await org.call(api.deleteAgreement, { params });
  expect((await inForce(org)).policies).toEqual([]);
  await org.inside((operation) => restoreAgreement(operation, agreement.id));
  expect(await inForce(org)).toMatchObject({ revision: third.revision, policies: third.policies });
});

test('a publication that was rolled back is not taken for the one after', async () => {
  const org = await newOrganisation(server);
  const calendar = await newCalendar(org);
  const { id } = await org.call(api.createAgreement, {
    body: { code: 'gold', name: named('gold'), kind: 'sla', draft: promising(calendar.id, { targets: [resolutionIn(1)] }) },
  });
  const abandoned = org.inside(async (operation) => {
    const { db, orgId } = operation;
    const definition = JSON.stringify(promising(calendar.id, { targets: [resolutionIn(99)] }));
    const row = { org_id: orgId, agreement_id: id, version: 1, calendar_id: calendar.id, definition, effective_from: operation.now };
    await db.updateTable('agreement').set({ version: 1 }).where('org_id', '=', orgId).where('id', '=', id).execute();
    await db.insertInto('agreement_version').values(row).execute();
    expect((await readAgreementsInForce(operation)).policies).toHaveLength(1);
    throw new Error('rolled back');
  });
  await expect(abandoned).rejects.toThrow('rolled back');
  await org.call(api.publishAgreement, { params: { id }, body: { revision: 1 } });
  expect((await inForce(org)).policies).toMatchObject([{ targets: [{ goal: { seconds: 3600 } }] }]);
});

test('what is published asks for open cases to be counted again', async () => {
  const org = await newOrganisation(server);
  const sent: string[] = [];
  const { send } = server.platform.jobs;
  server.platform.jobs.send = async (queue, job) => {
    if (job.orgId === org.orgId) sent.push(queue);
    await send.call(server.platform.jobs, queue, job);
  };
  const calendar = await newCalendar(org);
  expect(sent).toEqual([]);
  const { id, revision } = await published(org, { code: 'gold', definition: promising(calendar.id) });
  await org.call(api.saveAgreementDraft, { params: { id }, body: { revision, draft: promising(calendar.id, { attainmentGoal: 1 }) } });
  expect(sent).toEqual(['recount']);
  await org.call(api.saveAgreementDraft, { params: { id }, body: { revision: revision + 1, name: named('silver') } });
  await org.call(publishCalendar, { params: { id: calendar.id }, body: { version: 1, definition: { ...office, zone: 'UTC' } } });
  await org.call(api.deleteAgreement, { params: { id } });
  await org.call(restoreFromTrash, { params: { kind: 'agreement', id } });
  expect(sent).toEqual(['recount', 'recount', 'recount', 'recount', 'recount']);
});
