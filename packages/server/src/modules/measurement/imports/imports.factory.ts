import { getImport, startImport, uploadFile, type ImportJob } from '@zhiheng/contract/measurement/imports';
import type { z } from 'zod';
import { newOrganisation, type TestOrganisation } from '../../../testing/sign-in.ts';
import type { TestServer } from '../../../testing/test-server.ts';
import { buildIndicator } from '../measurement.factory.ts';

type StartBody = z.input<(typeof startImport)['body']>;

/** Lines of `id,at,score`. */
export const scoreMapping = {
  rows: 'records',
  time: { column: 'at' },
  key: ['id'],
  measures: [{ kind: 'number', indicator: 'score', column: 'score' }],
} satisfies StartBody['mapping'];

/** Uploads a file as a browser does; returns its id. */
export async function upload(org: TestOrganisation, content: string | Buffer, name = 'file.csv'): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob([typeof content === 'string' ? content : new Uint8Array(content)]), name);
  const { id } = await org.call(uploadFile, { body: form });
  return id;
}

/** Imports a stored file and waits: jobs of the test server run in the call that sends them. */
export async function importStored(org: TestOrganisation, fileId: string, body: Omit<StartBody, 'fileId'>): Promise<ImportJob> {
  const { id } = await org.call(startImport, { body: { fileId, ...body } });
  return org.call(getImport, { params: { id } });
}

/** Uploads and imports a text as a CSV file. */
export const importText = async (org: TestOrganisation, content: string | Buffer, body: Omit<StartBody, 'fileId'>): Promise<ImportJob> =>
  importStored(org, await upload(org, content), body);

/** An organisation with a score from 0 to 100, a waiting time, and an indicator that is computed. */
export async function newMeasuringOrganisation(server: TestServer): Promise<TestOrganisation> {
  const org = await newOrganisation(server, { timeZone: 'Asia/Shanghai' });
  await org.inside(async (operation) => {
    await buildIndicator(operation, {
      code: 'score',
      measure: 'number',
      unit: '1',
      decimals: 1,
      plausible_min: 0,
      plausible_max: 100,
      limits: null,
    });
    await buildIndicator(operation, { code: 'wait', measure: 'duration', unit: 'min', plausible_max: 10_000, limits: null });
    await buildIndicator(operation, { code: 'sum', measure: 'formula', formula: 'score', unit: '1', limits: null });
  });
  return org;
}
