import { expect, test } from 'vitest';
import {
  createBoardLink,
  createSharedBoard,
  deleteSharedBoard,
  listBoardLinks,
  listSharedBoards,
  readByBoardLink,
  readHome,
  readSharedBoard,
  revokeBoardLink,
  updateSharedBoard,
  type Widget,
} from '@zhiheng/contract/insight/shared-boards';
import { newId } from '../../../platform/identifier.ts';
import { eventsOf } from '../../../testing/read-events.ts';
import { newOrganisation, type TestOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';

const server = useTestServer();
const widget = (kind: Widget['kind'], more: Partial<Widget> = {}): Widget => ({
  id: newId(),
  kind,
  width: 'half',
  indicator: null,
  text: '',
  ...more,
});
const fields = { name: 'Desk', homeOf: null, widgets: [widget('findings'), widget('projects'), widget('attention')] };
const nobody = { cookie: null };

const plantFinding = (org: TestOrganisation) =>
  server.owner
    .insertInto('finding')
    .values({
      ...{ org_id: org.orgId, id: newId(), number: 'F-1', same_key: 'k', source: 'manual', severity: 'high', state: 'open' },
      ...{ title: JSON.stringify({ zh: '王芳的投诉', en: 'Complaint of Fang Wang' }), description: JSON.stringify({ zh: '', en: '' }) },
      ...{ first_seen: new Date(), last_seen: new Date(), created_at: new Date(), updated_at: new Date() },
    })
    .execute();

test('a board is arranged by its owner, seen by all, and changed by nobody else', async () => {
  const org = await newOrganisation(server);
  const [li, wang] = [{ cookie: await org.as('service-agent') }, { cookie: await org.as('service-agent') }];
  const { id } = await org.call(createSharedBoard, { body: fields }, li);
  const params = { id };
  const moved = { ...fields, name: 'Mine', widgets: fields.widgets.toReversed(), version: 1 };
  expect(await org.refusal(updateSharedBoard, { params, body: moved }, wang)).toMatchObject({ code: 'not_allowed' });
  expect(await org.call(updateSharedBoard, { params, body: moved }, li)).toMatchObject({ name: 'Mine', version: 2, mayChange: true });
  expect(await org.refusal(updateSharedBoard, { params, body: moved }, li)).toMatchObject({ code: 'changed_meanwhile' });
  expect((await org.call(listSharedBoards, {}, wang)).items).toMatchObject([{ id, mayChange: false, widgets: moved.widgets }]);
  const twice = { ...fields, widgets: [fields.widgets[0]!, fields.widgets[0]!] };
  expect(await org.refusal(createSharedBoard, { body: twice }, li)).toMatchObject({ errors: [{ path: 'widgets', code: 'widget_twice' }] });
  expect(await org.refusal(deleteSharedBoard, { params }, wang)).toMatchObject({ code: 'not_allowed' });
  await org.call(deleteSharedBoard, { params });
  expect((await org.call(listSharedBoards)).items).toEqual([]);
  for (const what of ['created', 'changed', 'deleted']) expect(await eventsOf(org, `shared-board.${what}`)).toHaveLength(1);
});

test('a role has the home page that was chosen for it last; without one, it is made of what its people may see', async () => {
  const org = await newOrganisation(server);
  const agent = { cookie: await org.as('service-agent') };
  expect((await org.call(readHome, {}, agent)).board).toMatchObject({ name: '', mayChange: false });
  expect(await org.refusal(createSharedBoard, { body: { ...fields, homeOf: 'service-agent' } }, agent)).toMatchObject({
    code: 'not_allowed',
  });
  const first = await org.call(createSharedBoard, { body: { ...fields, name: 'First', homeOf: 'service-agent' } });
  expect((await org.call(readHome, {}, agent)).board.id).toBe(first.id);
  const second = await org.call(createSharedBoard, { body: { ...fields, name: 'Second', homeOf: 'service-agent' } });
  expect((await org.call(readHome, {}, agent)).board.id).toBe(second.id);
  expect((await org.call(readHome)).board.name).toBe('');
  expect(await org.refusal(createSharedBoard, { body: { ...fields, homeOf: 'nobody' } })).toMatchObject({
    errors: [{ path: 'homeOf', code: 'unknown_role' }],
  });
});

test('figures of the improvement are counted from what is there', async () => {
  const org = await newOrganisation(server);
  await plantFinding(org);
  const { id, widgets } = await org.call(createSharedBoard, { body: fields });
  const { data } = await org.call(readSharedBoard, { params: { id } });
  expect(data[widgets[0]!.id]).toMatchObject({ kind: 'findings', states: [{ key: 'open', n: 1 }], latest: [{ number: 'F-1' }] });
  expect(data[widgets[1]!.id]).toEqual({ kind: 'projects', states: [], outcomes: [], overdue: 0, latest: [] });
});

test('a link shows its boards without signing in and names nobody; it expires, and it can be taken back', async () => {
  const org = await newOrganisation(server, { name: 'North' });
  await plantFinding(org);
  const board = await org.call(createSharedBoard, { body: fields });
  const other = await org.call(createSharedBoard, { body: { ...fields, name: 'Second' } });
  const body = { name: 'Hall', boardIds: [other.id, board.id], seconds: 20, expiresAt: new Date(Date.now() + 60_000).toISOString() };
  const { token, link } = await org.call(createBoardLink, { body });
  const seen = await org.call(readByBoardLink, { params: { token } }, nobody);
  expect(seen).toMatchObject({ organisation: 'North', seconds: 20, boards: [{ board: { name: 'Second' } }, { board: { name: 'Desk' } }] });
  expect(JSON.stringify(seen)).not.toMatch(/Fang Wang|王芳|F-1/);
  expect(JSON.stringify(await org.call(listBoardLinks))).not.toContain(token);
  const past = { ...body, expiresAt: new Date(Date.now() - 1000).toISOString() };
  expect(await org.refusal(createBoardLink, { body: past })).toMatchObject({ errors: [{ path: 'expiresAt', code: 'in_the_past' }] });
  const stranger = await newOrganisation(server);
  expect(await stranger.refusal(createBoardLink, { body })).toMatchObject({ code: 'not_found' });
  await server.owner
    .updateTable('board_link')
    .set({ expires_at: new Date(Date.now() - 1000) })
    .where('id', '=', link.id)
    .execute();
  expect(await org.refusal(readByBoardLink, { params: { token } }, nobody)).toMatchObject({ code: 'not_found' });
  await server.owner.updateTable('board_link').set({ expires_at: null }).where('id', '=', link.id).execute();
  await org.call(readByBoardLink, { params: { token } }, nobody);
  await org.call(revokeBoardLink, { params: { id: link.id } });
  expect(await org.refusal(readByBoardLink, { params: { token } }, nobody)).toMatchObject({ code: 'not_found' });
  expect(await eventsOf(org, 'board-link.revoked')).toHaveLength(1);
});
