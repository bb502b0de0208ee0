import { expect, test } from 'vitest';
import * as api from '@zhiheng/contract/cases/cases';
import * as portal from '@zhiheng/contract/cases/portal';
import { eventsOf } from '../../../testing/read-events.ts';
import { newOrganisation, type TestOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { openOne, publishAgreement } from '../cases.factory.ts';
import { nobody } from './portal.factory.ts';

const server = useTestServer();
const read = (org: TestOrganisation, id: string) => org.call(api.getCase, { params: { id } });
const change = async (org: TestOrganisation, id: string, body: object) =>
  org.call(api.updateCase, { params: { id }, body: { ...body, version: (await read(org, id)).version } });
const tokenIn = ({ url }: { readonly url: string }): string => url.split('/').at(-1) ?? '';
const give = async (org: TestOrganisation, id: string, renew = false) =>
  tokenIn(await org.call(portal.makeCaseLink, { params: { id }, body: { renew } }));
const seen = (org: TestOrganisation, token: string) => org.call(portal.readByLink, { params: { token } }, nobody());
const write = (org: TestOrganisation, token: string, body: object) => org.call(portal.writeByLink, { params: { token }, body }, nobody());

async function upload(token: string, name: string, bytes: string | Buffer) {
  const boundary = 'xxBoundaryxx';
  const payload = Buffer.concat([
    Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`),
    Buffer.from(bytes),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` };
  return server.app.inject({ method: 'POST', url: `/api/v1/case-links/${token}/attachments`, headers, payload });
}

test('staff give, renew and take back the link of a case', async () => {
  const org = await newOrganisation(server);
  const { id } = await openOne(org);
  expect((await read(org, id)).portalUrl).toBeNull();
  const first = await give(org, id);
  expect(await give(org, id)).toBe(first);
  expect(tokenIn({ url: (await read(org, id)).portalUrl ?? '' })).toBe(first);
  expect((await org.call(api.getCase, { params: { id } }, { cookie: await org.as('auditor') })).portalUrl).toBeNull();
  const second = await give(org, id, true);
  expect((await org.refusal(portal.readByLink, { params: { token: first } }, nobody())).status).toBe(404);
  expect((await seen(org, second)).state).toBe('received');
  await org.call(portal.revokeCaseLink, { params: { id } });
  expect((await org.refusal(portal.readByLink, { params: { token: second } }, nobody())).status).toBe(404);
  expect((await read(org, id)).portalUrl).toBeNull();
  expect((await eventsOf(org)).map(({ type }) => type).filter((type) => type.startsWith('case-link'))).toEqual([
    'case-link.made',
    'case-link.made',
    'case-link.revoked',
  ]);
});

test('a customer sees what is meant for customers: no note, no change, no supplier, no name', async () => {
  const org = await newOrganisation(server);
  const { id } = await openOne(org, { contactName: '王小明' });
  const token = await give(org, id);
  await change(org, id, { entry: { kind: 'note', body: 'secret-note' }, priority: 'p1', remedy: 'secret-remedy' });
  await change(org, id, { entry: { kind: 'reply', body: '请重启' }, tags: ['secret-tag'] });
  await org.inside(({ db, orgId }) =>
    db
      .insertInto('case_entry')
      .values({
        org_id: orgId,
        case_id: id,
        id: '0197d000-0000-7000-8000-0000000000aa',
        at: new Date(),
        kind: 'message',
        author_kind: 'supplier',
        body: 'secret-supplier',
      })
      .execute(),
  );
  await write(org, token, { body: '重启了，还是不行' });
  const page = await seen(org, token);
  expect(page.entries.map(({ from, body }) => [from, body])).toEqual([
    ['us', '请重启'],
    ['you', '重启了，还是不行'],
  ]);
  expect(JSON.stringify(page)).not.toMatch(/secret|Ada/);
  expect((await read(org, id)).entries.at(-1)).toMatchObject({ kind: 'message', authorName: '王小明', channel: 'portal' });
});

test('promises are told as they are: kept, broken, standing still', async () => {
  const org = await newOrganisation(server);
  await publishAgreement(org, { seconds: 3600, targets: ['first-response', 'resolution'] });
  const { id } = await openOne(org, { openedAt: new Date(Date.now() - 7_200_000).toISOString() });
  const token = await give(org, id);
  const states = async () => (await seen(org, token)).promises.map(({ target, state }) => `${target} ${state}`);
  expect(await states()).toEqual(['first-response late', 'resolution late']);
  await change(org, id, { entry: { kind: 'reply', body: '收到' } });
  expect(await states()).toEqual(['first-response missed', 'resolution late']);
  const fresh = await openOne(org);
  const other = await give(org, fresh.id);
  await change(org, fresh.id, { status: 'resolved', entry: { kind: 'reply', body: '好了' } });
  expect((await seen(org, other)).promises).toMatchObject([
    { target: 'first-response', state: 'kept' },
    { target: 'resolution', state: 'kept' },
  ]);
});

test('files go with a message, are checked like the house’s own, and are read by this link alone', async () => {
  const org = await newOrganisation(server);
  const [one, other] = [await openOne(org), await openOne(org)];
  const [token, foreign] = [await give(org, one.id), await give(org, other.id)];
  expect((await upload(token, 'run.exe', 'MZ')).json()).toMatchObject({ code: 'file_type_refused' });
  const file = (await upload(token, 'error.txt', 'paper jam')).json<{ id: string }>();
  const wrong = await org.refusal(portal.writeByLink, { params: { token: foreign }, body: { attachmentIds: [file.id] } }, nobody());
  expect(wrong.errors).toMatchObject([{ path: 'attachmentIds' }]);
  const address = (by: string) => `/api/v1/case-links/${by}/attachments/${file.id}`;
  expect((await server.app.inject(address(token))).statusCode).toBe(404);
  await write(org, token, { attachmentIds: [file.id] });
  expect((await seen(org, token)).entries).toMatchObject([
    { from: 'you', body: '', attachments: [{ id: file.id, name: 'error.txt', size: 9 }] },
  ]);
  const answer = await server.app.inject(address(token));
  expect([answer.body, answer.headers['content-disposition']]).toEqual(['paper jam', "attachment; filename*=UTF-8''error.txt"]);
  expect((await server.app.inject(address(foreign))).statusCode).toBe(404);
  const again = await org.refusal(portal.writeByLink, { params: { token }, body: { attachmentIds: [file.id] } }, nobody());
  expect(again.errors).toMatchObject([{ code: 'unknown_attachment' }]);
});

test('of two merged cases each customer sees their own words only', async () => {
  const org = await newOrganisation(server);
  const [gone, into] = [await openOne(org, { subject: 'B' }), await openOne(org, { subject: 'A' })];
  const [goneToken, intoToken] = [await give(org, gone.id), await give(org, into.id)];
  await write(org, goneToken, { body: 'from B' });
  await org.call(api.mergeCase, { params: { id: gone.id }, body: { into: into.id, version: (await read(org, gone.id)).version } });
  await write(org, goneToken, { body: 'more from B' });
  await write(org, intoToken, { body: 'from A' });
  const bodies = async (token: string) => (await seen(org, token)).entries.map(({ body }) => body);
  expect(await bodies(goneToken)).toEqual(['from B', 'more from B']);
  expect(await bodies(intoToken)).toEqual(['from A']);
  expect((await seen(org, goneToken)).state).toBe('merged');
  expect((await read(org, into.id)).entries.filter(({ kind }) => kind === 'message').map(({ body }) => body)).toEqual([
    'from B',
    'more from B',
    'from A',
  ]);
});

test('a customer opens a solved case again, or closes it; what is closed takes no more messages', async () => {
  const org = await newOrganisation(server);
  const { id } = await openOne(org);
  const token = await give(org, id);
  const confirm = (body: { solved: boolean; note?: string }) => org.call(portal.confirmByLink, { params: { token }, body }, nobody());
  const early = await org.refusal(portal.confirmByLink, { params: { token }, body: { solved: true } }, nobody());
  expect(early.code).toBe('not_resolved');
  await change(org, id, { status: 'resolved', entry: { kind: 'reply', body: '好了' } });
  await confirm({ solved: false, note: '又卡了' });
  expect(await read(org, id)).toMatchObject({ status: 'open', reopened: 1 });
  await change(org, id, { status: 'resolved' });
  await confirm({ solved: true });
  expect(await seen(org, token)).toMatchObject({ state: 'closed', may: { write: false, confirm: false, rate: true } });
  expect((await org.refusal(portal.writeByLink, { params: { token }, body: { body: 'x' } }, nobody())).code).toBe('case_is_over');
});

test('what a customer confirms is the contact that the loop of a complaint waits for', async () => {
  const org = await newOrganisation(server);
  const { id } = await openOne(org, { type: 'complaint' });
  const token = await give(org, id);
  const params = { token };
  await change(org, id, { entry: { kind: 'reply', body: '已受理' } });
  await change(org, id, { status: 'resolved', cause: 'service', remedy: '道歉' });
  await org.call(portal.confirmByLink, { params, body: { solved: false, note: '没人道歉' } }, nobody());
  expect(await read(org, id)).toMatchObject({ status: 'open', followUps: [{ channel: 'portal', outcome: 'not-solved', by: null }] });
  await change(org, id, { status: 'resolved' });
  await org.call(portal.confirmByLink, { params, body: { solved: true, rating: 4 } }, nobody());
  const confirmed = await read(org, id);
  expect(confirmed.status).toBe('following-up');
  expect(confirmed.followUps.filter(({ outcome }) => outcome === 'solved')).toMatchObject([{ channel: 'portal', rating: 4 }]);
  expect(confirmed.transitions).toContain('closed');
  expect(await seen(org, token)).toMatchObject({ state: 'solved', confirmed: true, may: { confirm: false } });
});
