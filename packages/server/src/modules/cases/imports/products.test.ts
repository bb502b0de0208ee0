import { sql } from 'kysely';
import { expect, test } from 'vitest';
import * as api from '@zhiheng/contract/cases/cases';
import { newOrganisation, type TestOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { importCases, previewOf, uploadExport } from './case-imports.factory.ts';

const server = useTestServer();

async function imported(org: TestOrganisation, content: string, name: string) {
  const fileId = await uploadExport(org, content, name);
  const preview = await previewOf(org, fileId);
  const job = await importCases(org, fileId, preview.mapping);
  return { preview, job };
}

const read = async (org: TestOrganisation, key: string) => {
  const id = await org.inside(async ({ db, orgId }) => {
    const { rows } = await sql<{ id: string }>`select id from service_case where org_id = ${orgId} and record_key = ${key}`.execute(db);
    return rows[0]!.id;
  });
  return org.call(api.getCase, { params: { id } });
};
const told = (one: Awaited<ReturnType<typeof read>>) =>
  one.entries.map(
    ({ at, kind, body, changes }) =>
      `${at.slice(5, 16)} ${kind} ${body || changes.map(({ field, from, to }) => `${field}: ${from} > ${to}`).join(', ')}`,
  );

const issue = {
  key: 'HELP-7',
  fields: {
    summary: 'VPN drops',
    description: {
      type: 'doc',
      version: 1,
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'Every' },
            { type: 'text', text: ' hour' },
          ],
        },
      ],
    },
    status: { name: 'Done' },
    issuetype: { name: 'Service Request' },
    priority: { name: 'High' },
    assignee: { displayName: 'Lee' },
    reporter: { displayName: 'Eve', emailAddress: 'eve@example.org' },
    labels: ['vpn', 'north'],
    components: [],
    created: '2026-03-02T08:00:00.000+0800',
    resolutiondate: '2026-03-05T08:00:00.000+0800',
    comment: {
      comments: [
        { author: { displayName: 'Lee' }, created: '2026-03-02T09:00:00.000+0800', body: 'Which city?' },
        { author: { displayName: 'Eve' }, created: '2026-03-02T10:00:00.000+0800', body: 'Harbin' },
      ],
    },
  },
  changelog: {
    histories: [
      { created: '2026-03-05T08:00:00.000+0800', items: [{ field: 'status', fromString: 'In Progress', toString: 'Done' }] },
      {
        created: '2026-03-02T08:30:00.000+0800',
        items: [
          { field: 'status', fromString: 'To Do', toString: 'In Progress' },
          { field: 'assignee', fromString: null, toString: 'Lee' },
        ],
      },
      { created: '2026-03-03T08:30:00.000+0800', items: [{ field: 'priority', fromString: 'Low', toString: 'High' }] },
    ],
  },
};

test('issues of Jira come with their changelog and comments', async () => {
  const org = await newOrganisation(server);
  const { preview, job } = await imported(org, JSON.stringify({ issues: [issue] }), 'issues.json');
  expect(preview).toMatchObject({ format: 'jira-json', recognised: 'jira-json', totalCases: 1 });
  expect(job).toMatchObject({ product: 'jira', counts: { created: 1, refused: 0, entries: 2 }, comparison: { both: 1, equal: 1 } });
  const one = await read(org, 'HELP-7');
  expect(one).toMatchObject({
    ...{
      subject: 'VPN drops',
      description: 'Every hour',
      type: 'request',
      status: 'resolved',
      priority: 'p2',
      tags: ['vpn', 'north'],
      contactName: 'Eve',
    },
    ...{ openedAt: '2026-03-02T00:00:00.000Z', resolvedAt: '2026-03-05T00:00:00.000Z', contactEmail: 'eve@example.org' },
  });
  expect(told(one)).toEqual([
    '03-02T00:30 change status: new > open, assigneeId: null > Lee',
    '03-02T01:00 reply Which city?',
    '03-02T02:00 message Harbin',
    '03-03T00:30 change priority: p4 > p2',
    '03-05T00:00 change status: open > resolved',
  ]);
});

test('a Jira export as CSV brings comments in columns that repeat, one with a changelog its changes', async () => {
  const org = await newOrganisation(server, { timeZone: 'UTC' });
  const csv = `Summary,Issue key,Issue id,Issue Type,Status,Project key,Priority,Assignee,Reporter,Created,Updated,Resolved,Comment,Comment
Screen dark,HELP-8,108,Bug,Done,HELP,Highest,Lee,Eve,03/Mar/26 8:00 AM,04/Mar/26 9:00 AM,04/Mar/26 9:00 AM,03/Mar/26 10:15 AM;lee;Cable pulled,03/Mar/26 11:15 AM;eve;Thanks
`;
  const { preview, job } = await imported(org, csv, 'jira.csv');
  expect(preview.recognised).toBe('jira-csv');
  expect(job.counts).toMatchObject({ created: 1, refused: 0, entries: 2 });
  expect(told(await read(org, 'HELP-8'))).toEqual([
    '03-03T10:15 note Cable pulled',
    '03-03T11:15 note Thanks',
    '03-04T09:00 change status: new > resolved',
  ]);

  const changes = `Issue key,Summary,Created,Date of change,Field,From,To
HELP-9,Mail,2026-03-03 08:00,2026-03-03 09:00,status,To Do,In Progress
HELP-9,Mail,2026-03-03 08:00,2026-03-03 10:00,assignee,,Lee
HELP-9,Mail,2026-03-03 08:00,2026-03-04 11:00,status,In Progress,Done
`;
  const second = await imported(org, changes, 'changes.csv');
  expect(second.preview.recognised).toBe('jira-changes');
  expect(second.job.counts).toMatchObject({ rows: 3, cases: 1, created: 1, refused: 0 });
  const one = await read(org, 'HELP-9');
  expect(one).toMatchObject({ status: 'resolved', openedAt: '2026-03-03T08:00:00.000Z', resolvedAt: '2026-03-04T11:00:00.000Z' });
  expect(told(one).map((line) => line.slice(0, 40))).toEqual([
    '03-03T09:00 change status: new > open',
    '03-03T10:00 change assigneeId: null > Le',
    '03-04T11:00 change status: open > resolv',
  ]);
});

test('tickets of Zammad come with articles and history; first answer and group are in the clock', async () => {
  const org = await newOrganisation(server);
  const ticket = {
    ...{
      id: 3,
      number: '65001',
      title: 'Invoice',
      group: 'Billing',
      state: 'closed',
      priority: '2 normal',
      owner: 'lee@example.org',
      customer: 'eve@example.org',
    },
    ...{
      created_at: '2026-03-02T08:00:00.000Z',
      first_response_at: '2026-03-02T08:20:00.000Z',
      close_at: '2026-03-02T12:00:00.000Z',
      type: 'email',
    },
    articles: [
      {
        from: 'Eve <eve@example.org>',
        sender: 'Customer',
        internal: false,
        content_type: 'text/plain',
        body: 'Where is it?',
        created_at: '2026-03-02T08:00:00.000Z',
      },
      {
        from: '"Lee"',
        sender: 'Agent',
        internal: false,
        content_type: 'text/html',
        body: '<div>It is <b>on</b> its way &amp; paid</div>',
        created_at: '2026-03-02T08:20:00.000Z',
      },
      {
        from: 'Lee',
        sender: 'Agent',
        internal: true,
        content_type: 'text/plain',
        body: 'Check twice',
        created_at: '2026-03-02T08:30:00.000Z',
      },
    ],
    history: [
      { type: 'created', object: 'Ticket', created_at: '2026-03-02T08:00:00.000Z' },
      {
        type: 'updated',
        object: 'Ticket',
        attribute: 'group',
        value_from: 'Desk',
        value_to: 'Billing',
        created_at: '2026-03-02T08:10:00.000Z',
      },
      {
        type: 'updated',
        object: 'Ticket',
        attribute: 'state',
        value_from: 'new',
        value_to: 'open',
        created_at: '2026-03-02T08:20:00.000Z',
      },
      {
        type: 'updated',
        object: 'Ticket',
        attribute: 'state',
        value_from: 'open',
        value_to: 'closed',
        created_at: '2026-03-02T12:00:00.000Z',
      },
    ],
  };
  const { preview, job } = await imported(org, JSON.stringify([ticket]), 'tickets.json');
  expect(preview).toMatchObject({ format: 'zammad-json', recognised: 'zammad-json' });
  expect(job.counts).toMatchObject({ created: 1, refused: 0, entries: 3 });
  const one = await read(org, '65001');
  expect(one).toMatchObject({
    status: 'closed',
    channel: 'email',
    contactEmail: 'eve@example.org',
    custom: { importedTeam: 'Billing' },
    closedAt: '2026-03-02T12:00:00.000Z',
  });
  expect(told(one)).toEqual([
    '03-02T08:00 message Where is it?',
    '03-02T08:10 change teamId: Desk > Billing',
    '03-02T08:20 change status: new > open',
    '03-02T08:20 reply It is on its way & paid',
    '03-02T08:30 note Check twice',
    '03-02T12:00 change status: open > closed',
  ]);
  const replies = await org.inside(async ({ db, orgId }) => {
    const { rows } = await sql<{
      at: Date;
    }>`select at from clock_event where org_id = ${orgId} and detail -> 'message' ->> 'from' = 'team'`.execute(db);
    return rows.map(({ at }) => at.toISOString());
  });
  expect(replies[0]).toBe('2026-03-02T08:20:00.000Z');
});

test.each([
  [
    'glpi',
    `"ID";"Title";"Status";"Last update";"Opening date";"Priority";"Requester - Requester";"Assigned to - Technician";"Category"\n"4 512";"Toner";"Solved";"2026-03-04 10:00";"2026-03-02 09:00";"Medium";"Eve";"Lee";"Printing"\n`,
    '4 512',
  ],
  [
    'servicenow',
    'Number,Short description,Caller,Priority,State,Category,Assignment group,Assigned to,Opened,Resolved\nINC001,Disk full,Eve,1 - Critical,On Hold,Hardware,Servers,,2026-03-02 09:00:00,\n',
    'INC001',
  ],
  [
    'zammad-csv',
    '#,Title,State,Priority,Group,Owner,Customer,Created at,Closing time\n65002,Hello,pending reminder,1 low,Desk,Lee,Eve,2026-03-02 09:00,\n',
    '65002',
  ],
  ['plain-events', 'case,time,status,assignment group\n1,2026-03-02 09:00,New,A\n1,2026-03-02 10:00,Resolved,B\n', '1'],
])('an export of %s is recognised and comes in whole', async (code, csv, key) => {
  const org = await newOrganisation(server);
  const { preview, job } = await imported(org, csv, `${code}.csv`);
  expect(preview.recognised).toBe(code);
  expect(preview.statuses.every(({ word }) => word in preview.mapping.statuses)).toBe(true);
  expect(job.counts).toMatchObject({ cases: 1, created: 1, refused: 0 });
  const expected: Record<string, object> = {
    glpi: { subject: 'Toner', status: 'resolved', priority: 'p3' },
    servicenow: { subject: 'Disk full', status: 'on-hold', priority: 'p1' },
    'zammad-csv': { subject: 'Hello', status: 'awaiting-customer', priority: 'p4' },
    'plain-events': { status: 'resolved', custom: { importedTeam: 'B' } },
  };
  expect(await read(org, key)).toMatchObject(expected[code]!);
});
