import { CFB, read, utils } from '@e965/xlsx';
import { makeReport, getReport, type Report, type ReportRow } from '@zhiheng/contract/reports/reports';
import { createScorecard } from '@zhiheng/contract/evaluation/scores';
import { seededRandom } from '@zhiheng/stats/random';
import type { TestOrganisation } from '../../testing/sign-in.ts';
import { buildClinic, clinicCard, observe, type Sample } from '../evaluation/evaluation.factory.ts';

type Asked = Parameters<typeof ask>[1];

/** Thirteen months up to October 2026 of a clinic: waits rise and complaints fall in the last, everything else only swings. */
export async function buildYear(org: TestOrganisation): Promise<void> {
  await org.inside(async (operation) => {
    await buildClinic(operation);
    await observe(operation, yearOfSamples());
  });
  await org.call(createScorecard, { body: clinicCard });
}

function yearOfSamples(): Sample[] {
  const random = seededRandom(20261101);
  return Array.from({ length: 13 }, (_, at) => at).flatMap((at) => {
    const month = `${at < 3 ? 2025 : 2026}-${String(at < 3 ? at + 10 : at - 2).padStart(2, '0')}`;
    const last = at === 12;
    const visits: Sample[] = [
      ['visits', `${month}-28T12:00`, 10_000, 'north'],
      ['complaints', `${month}-28T12:00`, last ? 4 : 12, 'north'],
    ];
    const days = Array.from({ length: 40 }, (_unused, day): Sample[] => {
      const time = `${month}-${String((day % 27) + 1).padStart(2, '0')}T10:${String(day).padStart(2, '0')}`;
      const site = day % 2 === 0 ? 'north' : 'south';
      return [
        ['wait', time, (last ? 52 : 34) + 10 * random(), site],
        ['on_time', time, 9 + (random() < 0.6 ? 1 : 0), site, 10],
        ['satisfaction', time, 3.5 + random(), site],
      ];
    });
    return [...visits, ...days.flat()];
  });
}

/** Asks for a report; in tests its job has run when this returns. */
export const ask = (org: TestOrganisation, order: Partial<Report> = {}): Promise<ReportRow> => {
  const { kind = 'measurement', language = 'zh', formats = ['pptx'], period = '2026-10', scope = {}, templateId = null } = order;
  const { recipients = [], delivery = 'link' } = order;
  return org.call(makeReport, { body: { kind, language, formats, period, scope, templateId, recipients, delivery } });
};

export async function made(org: TestOrganisation, order?: Asked): Promise<Report> {
  const { id } = await ask(org, order);
  return org.call(getReport, { params: { id } });
}

/** The parts of an office file by their paths. */
export function partsOf(bytes: Buffer): Map<string, Buffer> {
  const container = CFB.read(bytes, { type: 'buffer' });
  return new Map(
    (container.FullPaths as string[]).map((path, at) => [
      path.replace(/^Root Entry\//, ''),
      Buffer.from(container.FileIndex[at]?.content ?? []),
    ]),
  );
}

/** The first sheet of a workbook as rows. */
export function rowsOf(workbook: Buffer, sheet = 0): unknown[][] {
  const book = read(workbook, { type: 'buffer' });
  return utils.sheet_to_json(book.Sheets[book.SheetNames[sheet] ?? ''] ?? {}, { header: 1 });
}
