import { setTimeout as sleep } from 'node:timers/promises';
import { CFB } from '@e965/xlsx';
import { readBoard } from '@zhiheng/contract/insight/board';
import { getReport, makeReport, type Report } from '@zhiheng/contract/reports/reports';
import { setUpOrganisation, type Person } from '../e2e/harness/set-up-organisation.ts';
import type { StartedServer } from '../e2e/harness/start-server.ts';

export interface Deck {
  readonly report: Report;
  readonly bytes: Buffer;
  /** the parts of the file by their paths */
  readonly parts: ReadonlyMap<string, Buffer>;
  readonly milliseconds: number;
}

/** An organisation with the demo data of its pack, and the newest month of it that is whole. */
export async function demoHouse(server: StartedServer): Promise<{ readonly person: Person; readonly period: string }> {
  const person = await setUpOrganisation(server, { demo: true });
  for (let turn = 0; turn < 600; turn++) {
    const { periods } = await person.call(readBoard, { query: {} });
    const whole = periods.filter((period) => period < new Date().toISOString().slice(0, 7));
    if (whole[0] !== undefined) return { person: await settled(person), period: whole[0] };
    await sleep(200);
  }
  throw new Error('the demo data did not come in two minutes');
}

/** The demo data are counted into figures for a while: waits until the board stays as it is. */
async function settled(person: Person): Promise<Person> {
  for (let [before, same] = ['', 0]; same < 5;) {
    await sleep(2_000);
    const now = JSON.stringify(await person.call(readBoard, { query: {} }));
    same = now === before ? same + 1 : 0;
    before = now;
  }
  return person;
}

/** Has the measurement deck made in Chinese, and waits for it as a person does. */
export async function makeDeck(server: StartedServer, { call, session }: Person, period: string): Promise<Deck> {
  const began = performance.now();
  const { id } = await call(makeReport, { body: { kind: 'measurement', language: 'zh', formats: ['pptx'], period } });
  for (;;) {
    const report = await call(getReport, { params: { id } });
    if (report.state === 'failed') throw new Error(`the report failed: ${String(report.failure)}`);
    if (report.state === 'done') {
      const milliseconds = performance.now() - began;
      const answer = await fetch(`${server.url}/api/v1/reports/${id}/files/pptx`, { headers: { cookie: `zhiheng_session=${session}` } });
      const bytes = Buffer.from(await answer.arrayBuffer());
      return { report, bytes, parts: partsOf(bytes), milliseconds };
    }
    await sleep(50);
  }
}

function partsOf(bytes: Buffer): Map<string, Buffer> {
  const container = CFB.read(bytes, { type: 'buffer' });
  const paths = container.FullPaths as string[];
  return new Map(paths.map((path, at) => [path.replace(/^Root Entry\//, ''), Buffer.from(container.FileIndex[at]?.content ?? [])]));
}

export const slidesIn = ({ parts }: Deck): string[] => [...parts.keys()].filter((path) => /^ppt\/slides\/slide\d+\.xml$/.test(path));
