import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { newOrganisation, type TestOrganisation } from '../../testing/sign-in.ts';
import { useTestServer } from '../../testing/test-server.ts';
import { openOne } from './cases.factory.ts';
import { sendAnnouncements } from './announce-case.ts';

const server = useTestServer();

async function streamOf(org: Pick<TestOrganisation, 'cookie'>) {
  if (!server.app.server.listening) await server.app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = server.app.server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/case-stream`, { headers: { cookie: org.cookie } });
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let heard = '';
  return {
    answer,
    close: () => reader?.cancel(),
    /** all that was said up to and with this text */
    async until(text: string): Promise<string> {
      while (!heard.includes(text)) {
        const { value, done } = (await reader?.read()) ?? { value: undefined, done: true };
        if (done) throw new Error(`the stream ended before ${text}: ${heard}`);
        heard += value;
      }
      return heard;
    },
  };
}

test('a page hears which cases of its organisation change, and of no other', async () => {
  const [org, other] = [await newOrganisation(server), await newOrganisation(server)];
  const stream = await streamOf(org);
  expect(stream.answer.headers.get('content-type')).toBe('text/event-stream');
  await stream.until('retry: 3000');
  const foreign = await openOne(other);
  const own = await openOne(org);
  await sendAnnouncements(server.root);
  const heard = await stream.until(own.id);
  expect(heard).toContain(`event: cases\ndata: ${JSON.stringify({ ids: [own.id] })}`);
  expect(heard).not.toContain(foreign.id);
  await stream.close();
});

test('the stream is for those who may read cases', async () => {
  const org = await newOrganisation(server);
  expect((await streamOf({ cookie: await org.as('customer') })).answer.status).toBe(403);
  expect((await streamOf({ cookie: '' })).answer.status).toBe(401);
});
