import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import * as agreements from '@zhiheng/contract/agreements/agreements';
import * as calendars from '@zhiheng/contract/agreements/calendars';
import { deleteService, listServices } from '@zhiheng/contract/catalog/services';
import { exportPack, installPack, uploadPack } from '@zhiheng/contract/packs/packs';
import { readAgreementsInForce } from '../agreements/index.ts';
import { eventsOf } from '../../testing/read-events.ts';
import { newOrganisation, type TestOrganisation } from '../../testing/sign-in.ts';
import { useTestServer } from '../../testing/test-server.ts';
import { fingerprint, shipped, smallPack } from './packs.factory.ts';

const server = useTestServer();

const pack = {
  ...smallPack,
  'calendars.yaml': `calendars:
  - code: office
    name: { zh: 行政班, en: Office hours }
    zone: Asia/Shanghai
    week: { mon: &day ["09:00-12:00", "13:00-18:00"], tue: *day, wed: *day, thu: *day, fri: *day }
    make_up_hours: *day
    holidays: { CN: [2025, 2026] }
    days:
      - { date: 2026-12-24, kind: special-hours, name: { zh: 半天, en: Half a day }, hours: ["09:00-12:00"] }
`,
  'agreements.yaml': `suppliers:
  - { code: carrier, name: { zh: 运营商, en: Carrier } }
agreements:
  - code: desk-sla
    name: { zh: 服务台协议, en: Desk agreement }
    kind: sla
    calendar: office
    scope: { service: [desk, night-desk] }
    attainment_goal: 95
    credit: { percent_per_breach: 2, monthly_cap_percent: 10 }
    targets:
      - promise: first-response
        within: 30min
      - promise: resolution
        scope: { priority: [p1] }
        within: 240min
        steps: [{ id: warn, name: { zh: 提醒, en: Warning }, offset: -1h }]
      - promise: resolution
        business_days: 1
        reopening: new-cycle
    actions:
      - { step: warn, notify: [assignee, team-lead] }
  - code: desk-ola
    name: { zh: 内部协议, en: Internal agreement }
    kind: ola
    team: desk-team
    calendar: office
    attainment_goal: 90
    targets: [{ promise: agent-work, within: 8h }]
  - code: carrier-contract
    name: { zh: 线路合同, en: Line contract }
    kind: supplier-contract
    supplier: carrier
    calendar: office
    attainment_goal: 90
    targets:
      - promise: resolution
        within: 2h
        conditions:
          start: { once: { kind: is, field: status, values: [awaiting-supplier] } }
          pauses: []
          stop: { kind: is, field: status, values: [open, resolved, closed] }
          cancel: { kind: never }
          reset: { kind: never }
          recurring: false
`,
} as const;
type File = 'calendars.yaml' | 'agreements.yaml';

function packWith(file: File, from: string, to: string): Record<string, string> {
  const text: string = pack[file];
  if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
  return { ...pack, [file]: text.replace(from, to) };
}
const upload = (org: TestOrganisation, files: Record<string, string> = pack) => org.call(uploadPack, { body: { files } });
const agreementOf = async (org: TestOrganisation, code: string) => {
  const found = (await org.call(agreements.listAgreements, { query: { q: code } })).items.find((one) => one.code === code);
  if (found === undefined) throw new Error(`no ${code}`);
  return found;
};

describe('calendars and agreements of a pack', () => {
  it('are published, count since ever, and a second load changes nothing', async () => {
    const org = await newOrganisation(server);
    const first = await upload(org);
    expect(first).toEqual({ added: 16, updated: 0, unchanged: 0, kept: 0 });
    const [office] = (await org.call(calendars.listCalendars)).items;
    expect(office).toMatchObject({ code: 'office', version: 1, agreements: 3 });
    const days = office?.definition.overrides ?? [];
    expect(days.find(({ date }) => date === '2026-02-14')).toMatchObject({ kind: 'make-up-day' });
    expect(days.find(({ date }) => date === '2026-12-24')).toMatchObject({ spans: [{ from: '09:00', to: '12:00' }] });
    const desk = await agreementOf(org, 'desk-sla');
    expect(desk).toMatchObject({
      ...{ kind: 'sla', version: 1, draft: null, effectiveFrom: '2000-01-01T00:00:00.000Z' },
      published: {
        ...{ calendarId: office?.id, attainmentGoal: 95, credit: { percentPerBreach: 2, monthlyCapPercent: 10 } },
        targets: [
          { kind: 'first-response', goal: { kind: 'working-time', seconds: 1800 }, reopening: 'once' },
          {
            kind: 'resolution',
            scope: { priority: ['p1'] },
            goal: { seconds: 14_400 },
            steps: [{ at: { kind: 'offset', seconds: -3600 } }],
          },
          { kind: 'resolution', goal: { kind: 'business-day-end', days: 1 }, reopening: 'new-cycle' },
        ],
        actions: [{ stepId: 'warn', notify: ['assignee', 'team-lead'], raisePriority: false }],
      },
    });
    expect((await org.inside(readAgreementsInForce)).policies).toHaveLength(3);
    const before = await fingerprint(server, org.orgId);
    expect(await upload(org)).toEqual({ added: 0, updated: 0, unchanged: 16, kept: 0 });
    expect(await fingerprint(server, org.orgId)).toEqual(before);
    expect(await eventsOf(org, 'agreement.created')).toHaveLength(3);
  });

  it('a newer pack publishes the next version of what nobody touched, and keeps what a person changed or deleted', async () => {
    const org = await newOrganisation(server);
    await upload(org);
    const ola = await agreementOf(org, 'desk-ola');
    const draft = { ...ola.published!, attainmentGoal: 50 };
    const saved = await org.call(agreements.saveAgreementDraft, { params: { id: ola.id }, body: { revision: ola.revision, draft } });
    await org.call(agreements.publishAgreement, { params: { id: ola.id }, body: { revision: saved.revision } });
    await org.call(agreements.deleteAgreement, { params: { id: (await agreementOf(org, 'carrier-contract')).id } });
    const newer = packWith('agreements.yaml', 'within: 30min', 'within: 15min');
    expect(await upload(org, newer)).toMatchObject({ added: 0, updated: 1, kept: 2 });
    const sla = await agreementOf(org, 'desk-sla');
    expect(sla).toMatchObject({ version: 2, published: { targets: [{ goal: { seconds: 900 } }, {}, {}] } });
    expect(Date.parse(sla.effectiveFrom ?? '')).toBeGreaterThan(Date.now() - 60_000);
    expect(await agreementOf(org, 'desk-ola')).toMatchObject({ published: { attainmentGoal: 50 } });
    expect(await upload(org, packWith('calendars.yaml', '[2025, 2026]', '[2026]'))).toMatchObject({ updated: 2 });
    expect((await org.call(calendars.listCalendars)).items).toMatchObject([{ version: 2 }]);
  });

  it('leave in a form that makes the same rows elsewhere', async () => {
    const org = await newOrganisation(server);
    await upload(org);
    const { files } = await org.call(exportPack, { params: { code: 'small' } });
    expect(files['calendars.yaml']).toMatch(/CN:\s+- 2025\s+- 2026/);
    expect(files['agreements.yaml']).toContain('within: 4h');
    const other = await newOrganisation(server);
    expect(await upload(other, files)).toMatchObject({ added: 16 });
    const told = async (one: TestOrganisation) => {
      const { rows } = await sql`
        select a.code, a.name, a.kind, v.definition - 'calendarId' - 'scope' as definition, v.effective_from, c.code as calendar, t.code as team, s.code as supplier,
          (select array_agg(x.code order by x.code) from service x where x.org_id = a.org_id and v.definition -> 'scope' -> 'service' ? x.id::text) as services,
          cv.definition as hours
        from agreement a join agreement_version v on v.org_id = a.org_id and v.agreement_id = a.id
        join business_calendar c on c.org_id = a.org_id and c.id = v.calendar_id
        join business_calendar_version cv on cv.org_id = a.org_id and cv.calendar_id = c.id
        left join team t on t.org_id = a.org_id and t.id = a.team_id left join supplier s on s.org_id = a.org_id and s.id = a.supplier_id
        where a.org_id = ${one.orgId} order by 1`.execute(server.owner);
      return rows;
    };
    expect(await told(other)).toEqual(await told(org));
    expect((await told(org))[2]).toMatchObject({ code: 'desk-sla', services: ['desk', 'night-desk'] });
  });

  it('do not widen when what they name lies in the trash, and leave customers at home', async () => {
    const org = await newOrganisation(server);
    await upload(org);
    const { items } = await org.call(listServices, { query: { q: 'night-desk' } });
    for (const { id } of items) await org.call(deleteService, { params: { id } });
    const exported = async () => (await org.call(exportPack, { params: { code: 'small' } })).files['agreements.yaml'] ?? '';
    expect(await exported()).not.toContain('night-desk');
    const ola = await agreementOf(org, 'desk-ola');
    const draft = { ...ola.published!, scope: { contract: ['0197d000-0000-7000-8000-000000000000'] } };
    await org.inside(({ db, orgId }) =>
      sql`insert into agreement_version (org_id, agreement_id, version, calendar_id, definition, effective_from)
        values (${orgId}, ${ola.id}, 2, ${draft.calendarId}, ${JSON.stringify(draft)}, now())`.execute(db),
    );
    await org.inside(({ db, orgId }) => sql`update agreement set version = 2 where org_id = ${orgId} and id = ${ola.id}`.execute(db));
    expect(await exported()).not.toContain('desk-ola');
    const [desk] = (await org.call(listServices, { query: { q: 'desk' } })).items;
    await org.call(deleteService, { params: { id: desk!.id } });
    expect(await exported()).not.toContain('desk-sla');
    expect(await exported()).toContain('carrier-contract');
  });
});

describe('mistakes name file and line', () => {
  it.each([
    ['calendars.yaml', '"09:00-12:00"', '"9-12"', 'calendars.yaml:5', 'hours'],
    ['calendars.yaml', 'Asia/Shanghai', 'Mars/Olympus', 'calendars.yaml:2', 'unknown-zone'],
    ['calendars.yaml', '2025, 2026', '2025, 2031', 'calendars.yaml:7', 'holidays_unpublished'],
    ['calendars.yaml', '"13:00-18:00"', '"11:00-18:00"', 'calendars.yaml:2', 'overlapping-spans'],
    ['agreements.yaml', 'calendar: office', 'calendar: nowhere', 'agreements.yaml:7', 'unknown_calendar'],
    ['agreements.yaml', 'night-desk]', 'moon-desk]', 'agreements.yaml:8', 'unknown_service'],
    ['agreements.yaml', 'priority: [p1]', 'priority: [p9]', 'agreements.yaml:15', 'unknown-value'],
    ['agreements.yaml', 'within: 240min', 'within: soon', 'agreements.yaml:16', 'length'],
    ['agreements.yaml', 'within: 240min\n', '\n', 'agreements.yaml:14', 'one_goal'],
    ['agreements.yaml', 'step: warn', 'step: warm', 'agreements.yaml:22', 'unknown-step'],
    ['agreements.yaml', 'team: desk-team', 'team: no-team', 'agreements.yaml:26', 'unknown_team'],
    ['agreements.yaml', '    team: desk-team\n', '', 'agreements.yaml:25', 'team_needed'],
    ['agreements.yaml', 'supplier: carrier', 'supplier: other', 'agreements.yaml:33', 'unknown_supplier'],
    ['agreements.yaml', 'code: desk-ola', 'code: desk-sla', 'agreements.yaml:23', 'duplicate_code'],
    ['agreements.yaml', 'values: [open, resolved, closed]', 'values: [done]', 'agreements.yaml:37', 'unknown-value'],
    ['agreements.yaml', 'attainment_goal: 95', 'attainment_gaol: 95', 'agreements.yaml:9', 'unknown_field'],
  ] as const)('%s: %s → %s', async (file, from, to, path, code) => {
    const org = await newOrganisation(server);
    const refused = await org.refusal(uploadPack, { body: { files: packWith(file, from, to) } });
    expect(refused.code).toBe('pack_invalid');
    expect(refused.errors).toContainEqual(expect.objectContaining({ path, code }));
    expect((await org.call(calendars.listCalendars)).items).toEqual([]);
  });
});

describe('shipped packs', () => {
  it.each(shipped)('%s promises an answer and a solution for what people bring, and nothing that is hardly meant', async (code) => {
    const org = await newOrganisation(server);
    await org.call(installPack, { params: { code } });
    for (const type of ['complaint', 'incident', 'request', 'question']) {
      for (const priority of ['p1', 'p4']) {
        const { items } = await org.call(agreements.chooseAgreement, { body: { fields: { type, priority } } });
        const [sla, ...behind] = items;
        expect(sla).toMatchObject({ kind: 'sla', because: expect.arrayContaining(['type']) as string[] });
        const kept = sla?.targets.filter(({ due }) => due.kind === 'due').map(({ target }) => target);
        expect(kept).toEqual(expect.arrayContaining(['first-response', 'resolution']));
        expect(new Set(behind.map(({ kind }) => kind))).toEqual(new Set(['ola', 'supplier-contract']));
        expect(behind.flatMap(({ targets }) => targets.map(({ due }) => due.kind)).filter((kind) => kind !== 'due')).toEqual([]);
      }
    }
    for (const { id, kind, published } of (await org.call(agreements.listAgreements)).items) {
      const body = { agreementId: id, kind, definition: published!, example: { fields: {} } };
      expect((await org.call(agreements.previewAgreement, { body })).findings).toEqual([]);
    }
  });

  it('telecom answers a complaint in a day and tells the result in two, weekend or not', async () => {
    const org = await newOrganisation(server);
    await org.call(installPack, { params: { code: 'telecom' } });
    const body = { openedAt: '2026-10-02T09:00:00+08:00', fields: { type: 'complaint' } };
    const { items } = await org.call(agreements.chooseAgreement, { body });
    expect(items[0]?.targets.map(({ target, due }) => [target, due])).toEqual([
      ['first-response', { kind: 'due', at: '2026-10-03T01:00:00.000Z' }],
      ['resolution', { kind: 'due', at: '2026-10-04T01:00:00.000Z' }],
    ]);
  });

  it('IT service counts small incidents in office hours, over the holidays with their make-up days', async () => {
    const org = await newOrganisation(server);
    await org.call(installPack, { params: { code: 'it-service' } });
    const due = async (priority: string) => {
      const body = { openedAt: '2026-02-13T17:30:00+08:00', fields: { type: 'incident', priority } };
      const { items } = await org.call(agreements.chooseAgreement, { body });
      return items[0]?.targets.find(({ target }) => target === 'resolution')?.due;
    };
    // Friday half past five; Saturday the 14th is worked for the Spring Festival of the 15th to the 23rd: 45 h are ½ h, the 14th, 24th, 25th, 26th and 8½ h of the 27th.
    expect(await due('p1')).toEqual({ kind: 'due', at: '2026-02-13T13:30:00.000Z' });
    expect(await due('p3')).toEqual({ kind: 'due', at: '2026-02-14T09:30:00.000Z' });
    expect(await due('p4')).toEqual({ kind: 'due', at: '2026-02-27T09:30:00.000Z' });
  });
});
