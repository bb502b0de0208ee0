import { expect, test } from 'vitest';
import { getTmfTicket, listTmfTickets, listTmfViolations } from '@zhiheng/contract/open-data/tmf';
import { newOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { openOne, publishAgreement } from '../../cases/cases.factory.ts';
import { caseSweeps } from '../../cases/index.ts';

const server = useTestServer();

test('cases are trouble tickets, and a broken promise is a violation', async () => {
  const org = await newOrganisation(server);
  await publishAgreement(org, { seconds: 60 });
  const opened = await openOne(org, { subject: 'No light', priority: 'p2', openedAt: '2026-03-02T08:00:00Z' });
  await openOne(org, { type: 'adverse-event' });
  const agent = { cookie: await org.as('service-agent') };
  const tickets = await org.call(listTmfTickets, { query: { status: 'acknowledged' } }, agent);
  expect(tickets).toMatchObject([
    {
      id: opened.id,
      name: 'No light',
      priority: 'p2',
      status: 'acknowledged',
      creationDate: '2026-03-02T08:00:00.000Z',
      '@type': 'TroubleTicket',
    },
  ]);
  expect(await org.call(getTmfTicket, { params: { id: opened.id } }, agent)).toEqual(tickets[0]);
  expect(await org.call(listTmfTickets, { query: { status: 'closed' } }, agent)).toEqual([]);
  for (const [, sweep] of caseSweeps(server.platform)) await sweep();
  expect(await org.call(listTmfViolations, {}, agent)).toMatchObject([
    {
      sla: { '@referredType': 'ServiceLevelAgreement' },
      rule: { metric: 'resolution', referenceValue: '60', operator: '<=' },
      relatedEntity: [{ id: opened.id }],
    },
  ]);
  expect(await org.call(listTmfViolations, { query: { 'date.lt': '2026-01-01T00:00:00Z' } }, agent)).toEqual([]);
  const paged = await server.app.inject({ url: '/api/v1/tmf621/troubleTicket?limit=1', headers: { cookie: org.cookie } });
  expect([paged.headers['x-total-count'], paged.headers['x-result-count']]).toEqual(['2', '1']);
});
