import type { AddressInfo } from 'node:net';
import { beforeEach, expect, test } from 'vitest';
import { sendObservations } from '@zhiheng/contract/measurement/observations';
import { newOrganisation, type TestOrganisation } from '../../testing/sign-in.ts';
import { useTestServer } from '../../testing/test-server.ts';
import { buildClinic, observe as store } from '../evaluation/evaluation.factory.ts';
import { sendFigureAnnouncements } from '../measurement/index.ts';

const server = useTestServer();
let org: TestOrganisation;
beforeEach(async () => {
  org = await newOrganisation(server);
  await org.inside(buildClinic);
});

/** Counts what a page hears until it leaves. */
async function listen({ cookie }: Pick<TestOrganisation, 'cookie'>) {
  if (!server.app.server.listening) await server.app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = server.app.server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/figure-stream`, { headers: { cookie } });
  let text = '';
  void (async () => {
    for await (const part of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) text += part;
  })().catch(() => undefined);
  return { answer, heard: () => text.split('event: figures').length - 1 };
}

const observe = (value: number, to = org) =>
  to.call(sendObservations, { body: [{ key: 'one', indicator: 'wait', at: '2024-03-01T00:00:00Z', value }] });

test('a page hears that figures of its organisation have changed, once they have, and of no other', async () => {
  const other = await newOrganisation(server);
  await other.inside(buildClinic);
  const [own, foreign] = [await listen(org), await listen(other)];
  await observe(20);
  await sendFigureAnnouncements(server.root);
  await expect.poll(own.heard).toBe(1);
  // The same again changes nothing, so that there is nothing to hear; a correction is news.
  await observe(20);
  await sendFigureAnnouncements(server.root);
  await observe(25);
  await sendFigureAnnouncements(server.root);
  await expect.poll(own.heard).toBe(2);
  expect(foreign.heard()).toBe(0);
});

test('a change that is not kept is not told', async () => {
  const other = await newOrganisation(server);
  await other.inside(buildClinic);
  const [page, witness] = [await listen(org), await listen(other)];
  const lost = org.inside(async (operation) => {
    await store(operation, [['wait', '2024-03-01T09:00', 20, 'north']]);
    throw new Error('given up');
  });
  await expect(lost).rejects.toThrow('given up');
  await sendFigureAnnouncements(server.root);
  // What is announced is heard in order.
  await observe(20, other);
  await sendFigureAnnouncements(server.root);
  await expect.poll(witness.heard).toBe(1);
  expect(page.heard()).toBe(0);
});

test('the stream is for those who have signed in', async () => {
  expect((await listen({ cookie: '' })).answer.status).toBe(401);
});
