import { sql } from 'kysely';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import * as api from '@zhiheng/contract/reports/reports';
import * as schedules from '@zhiheng/contract/reports/schedules';
import * as templates from '@zhiheng/contract/reports/templates';
import { newOrganisation, type TestOrganisation } from '../../testing/sign-in.ts';
import { useTestServer } from '../../testing/test-server.ts';
import { reportWorker, sweepReports } from './report-worker.ts';
import { ask, made } from './reports.factory.ts';
import { nextRun } from './schedules/next-run.rules.ts';
import { runSchedules } from './schedules/run-schedules.ts';
import { contrastOnWhite } from './files/look.rules.ts';

const server = useTestServer();
let org: TestOrganisation;
const worker = () => reportWorker({ root: server.root, publicUrl: 'https://quality.example.org/' });
const read = (id: string) => org.call(api.getReport, { params: { id } });
/** Jobs that stay in the queue. */
const holdJobs = () => vi.spyOn(server.platform.jobs, 'send').mockResolvedValue();
const mails = async () => {
  const { rows } = await sql<{ key: string; recipient: string; subject: string; body: string; files: number }>`
    select o.key, o.recipient, o.subject, o.body, (select count(*)::int4 from mail_out_file f where f.org_id = o.org_id and f.mail_id = o.id) as files
    from mail_out o where o.org_id = ${org.orgId} order by o.recipient`.execute(server.owner);
  return rows;
};

beforeEach(async () => {
  vi.restoreAllMocks();
  org = await newOrganisation(server);
});

async function sendMails(): Promise<void> {
  const from = { name: 'Quality', address: 'quality@example.org' };
  const outgoing = { host: 'mail.example.org', port: 465, security: 'tls' as const, user: null, from: { zh: from, en: from } };
  await sql`insert into mail_settings (org_id, outgoing) values (${org.orgId}, ${JSON.stringify(outgoing)}::jsonb)
    on conflict (org_id) do update set outgoing = excluded.outgoing`.execute(server.owner);
}
const recipients = ['b@example.org', 'A@example.org', 'a@example.org'];

describe('a job that is killed', () => {
  /** As a kill leaves it: taken up, and silent for longer than anybody waits. */
  const leaveAlone = (id: string) =>
    sql`update report set heartbeat_at = now() - interval '5 minutes', created_at = now() - interval '5 minutes' where org_id = ${org.orgId} and id = ${id}`.execute(
      server.owner,
    );

  it('goes on with the figures it had and the files still missing; nothing is made or sent twice', async () => {
    await sendMails();
    holdJobs();
    const { id } = await ask(org, { formats: ['xlsx', 'pdf'], recipients, delivery: 'attachment' });
    // The process died right after it took the report up.
    await sql`update report set state = 'running', attempts = 1 where org_id = ${org.orgId} and id = ${id}`.execute(server.owner);
    await leaveAlone(id);
    await worker()({ orgId: org.orgId, id });
    const first = await read(id);
    expect(first).toMatchObject({ state: 'done', mailed: 'queued' });
    // Killed between the last file and the end: the files and the document are there, the end is not.
    await sql`delete from mail_out_file where org_id = ${org.orgId}`.execute(server.owner);
    await sql`delete from mail_out where org_id = ${org.orgId}`.execute(server.owner);
    await sql`delete from report_file where org_id = ${org.orgId} and report_id = ${id} and format = 'pdf'`.execute(server.owner);
    await sql`update report set state = 'running', mailed = null, finished_at = null where org_id = ${org.orgId} and id = ${id}`.execute(
      server.owner,
    );
    await leaveAlone(id);
    await worker()({ orgId: org.orgId, id });
    const second = await read(id);
    expect(second).toMatchObject({ state: 'done', mailed: 'queued', progress: 1 });
    expect(second.document?.asOf).toBe(first.document?.asOf);
    expect(second.files.find(({ format }) => format === 'xlsx')).toEqual(first.files.find(({ format }) => format === 'xlsx'));
    expect(second.files).toHaveLength(2);
    // The message may come again: nobody gets a second mail.
    await worker()({ orgId: org.orgId, id });
    expect((await mails()).map(({ recipient, files }) => [recipient, files])).toEqual([
      ['a@example.org', 2],
      ['b@example.org', 2],
    ]);
  });

  it('is sent again by the sweep, and taken by one worker only', async () => {
    const send = holdJobs();
    const { id } = await ask(org, { formats: ['xlsx'] });
    await leaveAlone(id);
    await sweepReports({ root: server.root, jobs: server.platform.jobs });
    expect(send).toHaveBeenLastCalledWith('report', { orgId: org.orgId, id });
    await Promise.all([worker()({ orgId: org.orgId, id }), worker()({ orgId: org.orgId, id })]);
    expect(await read(id)).toMatchObject({ state: 'done', files: [{ format: 'xlsx' }] });
  });

  it('that ends the process each time is given up in words', async () => {
    holdJobs();
    const { id } = await ask(org, { formats: ['xlsx'] });
    await sql`update report set state = 'running', attempts = 3 where org_id = ${org.orgId} and id = ${id}`.execute(server.owner);
    await leaveAlone(id);
    await worker()({ orgId: org.orgId, id });
    expect(await read(id)).toMatchObject({ state: 'failed', failure: 'interrupted', files: [] });
  });

  it('is stopped where somebody stops it: no file, no mail', async () => {
    await sendMails();
    holdJobs();
    const { id } = await ask(org, { formats: ['xlsx'], recipients });
    expect(await org.call(api.cancelReport, { params: { id } })).toMatchObject({ state: 'cancelled' });
    await worker()({ orgId: org.orgId, id });
    expect(await read(id)).toMatchObject({ state: 'cancelled', files: [] });
    expect(await mails()).toEqual([]);
    expect(await org.refusal(api.cancelReport, { params: { id } })).toMatchObject({ code: 'report_is_finished' });
  });
});

describe('mail', () => {
  it('reaches each recipient once, with a link behind the sign-in', async () => {
    await sendMails();
    holdJobs();
    const { id } = await ask(org, { formats: ['xlsx'], recipients });
    await worker()({ orgId: org.orgId, id });
    const sent = await mails();
    expect(sent.map(({ recipient, files }) => [recipient, files])).toEqual([
      ['a@example.org', 0],
      ['b@example.org', 0],
    ]);
    expect(sent[0]?.body).toContain(`https://quality.example.org/app/reports/${id}`);
    expect(sent[0]?.subject).toBe('2026 年 10 月服务质量测评报告');
  });

  it('that is off is said', async () => {
    expect(await made(org, { formats: ['xlsx'], recipients })).toMatchObject({ state: 'done', mailed: 'off' });
    expect(await mails()).toEqual([]);
  });

  it('with files keeps the report until it is sent', async () => {
    await sendMails();
    const { id } = await made(org, { formats: ['xlsx'], recipients, delivery: 'attachment' });
    expect(await org.refusal(api.deleteReport, { params: { id } })).toMatchObject({ code: 'report_mail_waits' });
    await sql`update mail_out set state = 'sent' where org_id = ${org.orgId}`.execute(server.owner);
    await org.call(api.deleteReport, { params: { id } });
    const { rows } = await sql`select 1 from file where org_id = ${org.orgId}`.execute(server.owner);
    expect(rows).toEqual([]);
  });
});

describe('schedules', () => {
  const order = { kind: 'quality', language: 'zh', formats: ['xlsx' as const], recipients: ['a@example.org'] } as const;
  const plan = { ...order, formats: [...order.formats], recipients: [...order.recipients], name: 'Monthly', day: 31, hour: 8 };

  it('run on their day at the hour of the house; a shorter month has its last day', () => {
    const run = (after: string, day: number, zone: string) => nextRun(new Date(after), { day, hour: 8 }, zone).toISOString();
    expect(run('2026-02-10T00:00:00Z', 31, 'Asia/Shanghai')).toBe('2026-02-28T00:00:00.000Z');
    expect(run('2026-02-28T00:00:00Z', 31, 'Asia/Shanghai')).toBe('2026-03-31T00:00:00.000Z');
    expect(run('2026-06-30T23:00:00Z', 1, 'Asia/Shanghai')).toBe('2026-07-01T00:00:00.000Z');
    // Summer time: eight o'clock is six in UTC, in winter it is seven.
    expect(run('2026-07-01T07:00:00Z', 3, 'Europe/Berlin')).toBe('2026-07-03T06:00:00.000Z');
    expect(run('2026-12-31T23:30:00Z', 3, 'Europe/Berlin')).toBe('2027-01-03T07:00:00.000Z');
  });

  it('ask for each month once, also for those slept through, however many look', async () => {
    holdJobs();
    const { id } = await org.call(schedules.createReportSchedule, { body: plan });
    await sql`update report_schedule set next_at = '2026-08-31T00:00:00Z' where org_id = ${org.orgId}`.execute(server.owner);
    const office = { root: server.root, jobs: server.platform.jobs };
    const now = new Date('2026-10-31T00:00:30Z');
    await Promise.all([runSchedules(office, now), runSchedules(office, now), runSchedules(office, now)]);
    const { items } = await org.call(api.listReports, { query: {} });
    expect(items.map(({ period, scheduleId }) => [period, scheduleId])).toEqual([
      ['2026-09', id],
      ['2026-08', id],
      ['2026-07', id],
    ]);
    const [schedule] = (await org.call(schedules.listReportSchedules)).items;
    expect(schedule?.nextAt).toBe('2026-11-30T00:00:00.000Z');
    // Set back by hand: what was made for a month is not made again.
    await sql`update report_schedule set next_at = '2026-08-31T00:00:00Z' where org_id = ${org.orgId}`.execute(server.owner);
    await runSchedules(office, now);
    expect((await org.call(api.listReports, { query: {} })).items).toHaveLength(3);
  });

  it('rest, go on, and are changed only as they were read', async () => {
    const resting = await org.call(schedules.createReportSchedule, { body: { ...plan, active: false } });
    expect(resting.nextAt).toBeNull();
    const body = { ...plan, version: resting.version, active: true };
    expect((await org.call(schedules.updateReportSchedule, { params: { id: resting.id }, body })).nextAt).not.toBeNull();
    expect(await org.refusal(schedules.updateReportSchedule, { params: { id: resting.id }, body })).toMatchObject({
      code: 'changed_meanwhile',
    });
    expect(await org.refusal(schedules.createReportSchedule, { body: plan })).toMatchObject({ code: 'report_schedule_name_taken' });
  });
});

describe('looks', () => {
  const look = { name: 'House', primary: '#1b5fb8', accent: '#b3261e', footer: 'Quality' };
  const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
  const upload = (id: string, name: string, bytes: Buffer) => {
    const boundary = 'xxxxxxxx';
    const payload = Buffer.concat([
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: image/png\r\n\r\n`),
      bytes,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]);
    const headers = { cookie: org.cookie, 'content-type': `multipart/form-data; boundary=${boundary}` };
    return server.app.inject({ method: 'POST', url: `/api/v1/report-templates/${id}/logo`, headers, payload });
  };

  it('stand out from white', async () => {
    // Known ratios: black 21, the grey #767676 4.54, yellow 1.07.
    expect(contrastOnWhite('#000000')).toBeCloseTo(21, 5);
    expect(contrastOnWhite('#767676')).toBeCloseTo(4.54, 2);
    expect(contrastOnWhite('#ffff00')).toBeCloseTo(1.07, 2);
    expect(await org.refusal(templates.createReportTemplate, { body: { ...look, accent: '#ffff00' } })).toMatchObject({
      status: 422,
      errors: [{ path: 'accent', code: 'colour_too_light', params: { have: 1.1 } }],
    });
  });

  it('take a logo that is a picture, whatever it is called', async () => {
    const { id } = await org.call(templates.createReportTemplate, { body: look });
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    const broken = [
      svg,
      Buffer.from('no picture'),
      pixel.subarray(0, 40),
      Buffer.concat([pixel.subarray(0, 41), Buffer.alloc(20), pixel.subarray(61)]),
    ];
    for (const bytes of broken) {
      const answer = await upload(id, 'logo.png', bytes);
      expect([answer.statusCode, answer.json<{ errors: { code: string }[] }>().errors[0]?.code]).toEqual([422, 'logo_is_no_picture']);
    }
    expect((await upload(id, 'logo.png', pixel)).json()).toMatchObject({ logo: { mediaType: 'image/png', width: 1, height: 1 } });
    const report = await made(org, { templateId: id, formats: ['pptx', 'pdf'] });
    expect(report).toMatchObject({ state: 'done', files: [{ format: 'pdf' }, { format: 'pptx' }] });
  });

  it('that a schedule uses stay; reports already made keep theirs', async () => {
    const { id } = await org.call(templates.createReportTemplate, { body: look });
    const order = { kind: 'quality' as const, language: 'zh' as const, formats: ['xlsx' as const], templateId: id };
    const schedule = await org.call(schedules.createReportSchedule, { body: { ...order, name: 'Monthly', day: 1, hour: 8 } });
    expect(await org.refusal(templates.deleteReportTemplate, { params: { id } })).toMatchObject({ code: 'report_template_in_use' });
    await org.call(schedules.deleteReportSchedule, { params: { id: schedule.id } });
    await org.call(templates.deleteReportTemplate, { params: { id } });
    expect((await org.call(templates.listReportTemplates)).items).toEqual([]);
  });
});
