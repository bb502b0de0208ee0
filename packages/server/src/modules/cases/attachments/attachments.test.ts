import { expect, test } from 'vitest';
import * as api from '@zhiheng/contract/cases/cases';
import { newOrganisation, type TestOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { openOne } from '../cases.factory.ts';

const server = useTestServer();
const png = Buffer.from('89504e470d0a1a0a0000000d', 'hex');

function formOf(name: string, bytes: Buffer): FormData {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(bytes)]), name);
  return form;
}
const upload = (org: TestOrganisation, name: string, bytes: Buffer) => org.call(api.uploadCaseAttachment, { body: formOf(name, bytes) });
const download = (id: string, cookie: string) => server.app.inject({ url: `/api/v1/case-attachments/${id}`, headers: { cookie } });

test('a file is attached by an entry, and comes back as a download that runs nowhere', async () => {
  const org = await newOrganisation(server);
  const { id } = await openOne(org, { type: 'adverse-event' });
  const file = await upload(org, '../照片 1.png', png);
  expect(file).toMatchObject({ name: '照片 1.png', size: png.length, mediaType: 'image/png' });
  const entry = { kind: 'note' as const, body: 'see picture', attachmentIds: [file.id] };
  const saved = await org.call(api.updateCase, { params: { id }, body: { version: 1, entry } });
  expect(saved.entries.find(({ kind }) => kind === 'note')?.attachments).toEqual([file]);
  const answer = await download(file.id, org.cookie);
  expect(answer.rawPayload).toEqual(png);
  expect(answer.headers).toMatchObject({
    'content-type': 'image/png',
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('照片 1.png')}`,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  });
  expect((await download(file.id, await org.as('service-agent'))).statusCode).toBe(404);
  const again = await org.refusal(api.updateCase, { params: { id }, body: { version: 2, entry } });
  expect(again.errors).toMatchObject([{ code: 'unknown_attachment' }]);
});

test('a file that nobody has attached yet is seen by who sent it', async () => {
  const org = await newOrganisation(server);
  const { id } = await upload(org, 'a.txt', Buffer.from('hello'));
  expect((await download(id, org.cookie)).statusCode).toBe(200);
  expect((await download(id, await org.as('quality-manager'))).statusCode).toBe(404);
  expect((await download(id, (await newOrganisation(server)).cookie)).statusCode).toBe(404);
});

test('what a browser or a desktop would run, or what is not what it is called, is refused', async () => {
  const org = await newOrganisation(server);
  const refused = async (name: string, bytes: Buffer) => (await org.refusal(api.uploadCaseAttachment, { body: formOf(name, bytes) })).code;
  const html = Buffer.from('<script>alert(1)</script>');
  for (const name of ['x.html', 'x.svg', 'x.exe', 'x.js', 'noname', 'x.png', 'x.constructor'])
    expect(await refused(name, html)).toBe('file_type_refused');
  expect(await refused('x.txt', Buffer.from([65, 0, 66]))).toBe('file_type_refused');
  expect(await refused('x.txt', Buffer.alloc(0))).toBe('file_type_refused');
});
