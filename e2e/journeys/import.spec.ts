import { listImports } from '@zhiheng/contract/measurement/imports';
import { readIndicatorReport } from '@zhiheng/contract/insight/board';
import type { CallEndpoint } from '@zhiheng/contract/call';
import { settled } from '../harness/check-access.ts';
import { expect, test } from '../harness/fixtures.ts';
import { readIncidentLog, type Incident } from '../harness/incident-log.ts';
import { say } from '../harness/words.ts';

const words = say('zh');
const log = readIncidentLog();
const spoken = (n: number): string => n.toLocaleString('en-US');
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const shareOf = (incidents: readonly Incident[], is: (incident: Incident) => boolean): number =>
  (100 * incidents.filter(is).length) / incidents.length;

test(`a service desk's log becomes incidents, through the wizard: ${log.name}`, async ({ fresh }) => {
  test.setTimeout(300_000);
  const { page, call } = await fresh({ timeZone: 'UTC' });
  await page.goto('/app/imports/new');
  await settled(page);
  await page.locator('input[type="file"]').setInputFiles({ name: log.name, mimeType: 'text/csv', buffer: log.csv });

  await expect(page.getByText(spoken(log.events)).first(), 'the preview counts the rows').toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: words('imports_next'), exact: true }).click();

  await expect(page.getByText(words('imports_guessed'))).toBeVisible();
  await expect(page.getByRole('radio', { name: words('imports_row_events') }), 'rows with one number are one incident').toBeChecked();
  await page.getByRole('button', { name: words('imports_step_dry_run'), exact: true }).click();

  const importNow = page.getByRole('button', { name: words('imports_start_import'), exact: true });
  await expect(importNow).toBeEnabled({ timeout: 120_000 });
  const rehearsed = await call(readIndicatorReport, { params: { code: 'sla_attainment' }, query: { period: '2016' } });
  expect(rehearsed.summary.n, 'a dry run stores nothing').toBe(0);
  await importNow.click();

  await expect(page).toHaveURL(/\/app\/imports\/[0-9a-f-]{36}/);
  // Until the page has come the trial's result stands there, with the same words.
  await expect(page.getByRole('heading', { level: 1, name: log.name })).toBeVisible();
  await expect(page.getByRole('region', { name: words('imports_result') }).getByText(words('imports_state_done'))).toBeVisible({
    timeout: 180_000,
  });
  await expect(page.getByText(spoken(log.incidents.length)).first(), 'every incident once').toBeVisible();
  const { items } = await call(listImports);
  const done = items.find(({ id }) => page.url().endsWith(id));
  expect(done?.counts).toMatchObject({ rows: log.events, records: log.incidents.length, quarantined: 0 });

  await checkFigures(call);
  checkPublishedFigures();

  await page.goto('/app/indicators/incident_resolution_time?period=2016-03');
  await settled(page);
  const solved = log.incidents.filter(({ hours, opened }) => hours !== null && opened.toISOString().startsWith('2016-03')).length;
  await expect(page.getByText(spoken(solved)).first(), 'the indicator page shows n').toBeVisible();
});

/** What the board reads, beside the same figures worked out from the file. */
async function checkFigures(call: CallEndpoint): Promise<void> {
  const read = async (code: string, period: string) => (await call(readIndicatorReport, { params: { code }, query: { period } })).summary;
  const in2016 = log.incidents.filter(({ opened }) => opened.getUTCFullYear() === 2016);
  const hours = in2016.flatMap((incident) => incident.hours ?? []).sort((a, b) => a - b);

  const resolution = await read('incident_resolution_time', '2016');
  expect(resolution.n).toBe(hours.length);
  expect(resolution.mean).toBeCloseTo(mean(hours), 6);
  for (const [percentile, share] of [
    ['p50', 0.5],
    ['p95', 0.95],
  ] as const) {
    const exact = hours[Math.ceil(share * hours.length) - 1] ?? Number.NaN;
    expect(Math.abs((resolution.percentiles?.[percentile] ?? 0) / exact - 1), `${percentile} within 1 %`).toBeLessThanOrEqual(0.0101);
  }
  expect((await read('sla_attainment', '2016')).mean).toBeCloseTo(
    shareOf(in2016, ({ madeSla }) => madeSla),
    6,
  );
  expect((await read('reopen_rate', '2016')).mean).toBeCloseTo(
    shareOf(in2016, ({ reopened }) => reopened),
    6,
  );
  expect((await read('reassignment_count', '2016')).mean).toBeCloseTo(mean(in2016.map(({ reassignments }) => reassignments)), 6);
  for (const month of ['2016-03', '2016-04', '2016-05']) {
    const opened = in2016.filter((incident) => incident.opened.toISOString().startsWith(month));
    const { n, mean: kept } = await read('sla_attainment', month);
    expect(n, `opened in ${month}`).toBe(opened.length);
    expect(kept).toBeCloseTo(
      shareOf(opened, ({ madeSla }) => madeSla),
      6,
    );
  }
}

/** The figures that others have published of the real log: the comparison above is then with the right numbers. */
function checkPublishedFigures(): void {
  if (!log.isReal) return;
  const hours = log.incidents.flatMap((incident) => incident.hours ?? []);
  expect(log.incidents.length).toBe(12_438);
  expect(hours.length).toBe(11_664);
  expect(mean(hours)).toBeCloseTo(178.408, 3);
  expect(shareOf(log.incidents, ({ madeSla }) => madeSla)).toBeCloseTo(63.56, 2);
  expect(shareOf(log.incidents, ({ reopened }) => reopened)).toBeCloseTo(1.254, 3);
  expect(mean(log.incidents.map(({ reassignments }) => reassignments))).toBeCloseTo(0.9612, 4);
}
