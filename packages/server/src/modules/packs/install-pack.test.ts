import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { readIndicatorReport } from '@zhiheng/contract/insight/board';
import { sendObservations } from '@zhiheng/contract/measurement/observations';
import { exportPack, installPack, listPacks, uploadPack } from '@zhiheng/contract/packs/packs';
import { eventsOf } from '../../testing/read-events.ts';
import { newOrganisation, type TestOrganisation } from '../../testing/sign-in.ts';
import { useTestServer } from '../../testing/test-server.ts';
import { fingerprint, shipped, smallPack, smallPackWith } from './packs.factory.ts';

const server = useTestServer();

const upload = (org: TestOrganisation, files: Record<string, string> = smallPack) => org.call(uploadPack, { body: { files } });

/** Rows of a table in this organisation, as the owner sees them. */
const count = async (org: TestOrganisation, table: string): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)} where org_id = ${org.orgId}`.execute(
    server.owner,
  );
  return rows[0]?.n ?? -1;
};

describe('loading a shipped pack', () => {
  it.each(shipped)('%s loads whole, and a second time changes nothing', async (code) => {
    const org = await newOrganisation(server);
    const first = await org.call(installPack, { params: { code } });
    expect(first).toMatchObject({ updated: 0, unchanged: 0, kept: 0 });
    expect(first.added).toBe(
      (await count(org, 'team')) +
        (await count(org, 'site')) +
        (await count(org, 'segment')) +
        (await count(org, 'segment_rule')) +
        (await count(org, 'standard')) +
        (await count(org, 'service')) +
        (await count(org, 'business_calendar')) +
        (await count(org, 'agreement')) +
        (await count(org, 'supplier')) +
        (await count(org, 'case_category')) +
        (await count(org, 'article')) +
        (await count(org, 'case_settings')) +
        (await count(org, 'case_field')) +
        (await count(org, 'objective')) +
        (await count(org, 'survey')) +
        (await count(org, 'indicator')) +
        (await count(org, 'scorecard')),
    );
    const { items } = await org.call(listPacks);
    expect(items.find((pack) => pack.code === code)).toMatchObject({ installedVersion: 1, demoLoaded: false });
    expect((await count(org, 'service')) >= 12 && (await count(org, 'indicator')) >= 30).toBe(true);
    expect((await count(org, 'case_category')) >= 8 && (await count(org, 'article')) >= 6).toBe(true);
    const before = await fingerprint(server, org.orgId);
    const events = (await eventsOf(org)).length;
    const second = await org.call(installPack, { params: { code } });
    expect(second).toEqual({ added: 0, updated: 0, unchanged: first.added, kept: 0 });
    expect(await fingerprint(server, org.orgId)).toEqual(before);
    expect((await eventsOf(org)).length).toBe(events);
  });

  it('is logged with every thing it made', async () => {
    const org = await newOrganisation(server);
    await upload(org);
    const [installed] = await eventsOf(org, 'pack.installed');
    expect(installed).toMatchObject({ entity_id: 'small', actor_kind: 'account', data: { added: 11, version: 1 } });
    expect((await eventsOf(org, 'service.created')).map((event) => event.label)).toEqual(['台', '夜台']);
    expect(await eventsOf(org, 'indicator.created')).toHaveLength(4);
    expect(await eventsOf(org, 'unit.created')).toHaveLength(4);
    expect(await eventsOf(org, 'scorecard.created')).toHaveLength(1);
  });

  it('needs the permission, and a pack that exists', async () => {
    const org = await newOrganisation(server);
    const cookie = await org.as('team-lead');
    expect(await org.refusal(installPack, { params: { code: 'it-service' } }, { cookie })).toMatchObject({ code: 'not_allowed' });
    expect(await org.refusal(installPack, { params: { code: 'nothing-here' } })).toMatchObject({ status: 404, code: 'not_found' });
  });
});

describe('a newer version', () => {
  it('changes what nobody has touched, and what a person edited, deleted or made stays', async () => {
    const org = await newOrganisation(server);
    await org.inside(({ db, orgId }) =>
      sql`insert into site (org_id, id, code, name) values (${orgId}, gen_random_uuid(), 'south', '{"zh":"自建","en":"Own"}')`.execute(db),
    );
    expect(await upload(org)).toMatchObject({ added: 10, kept: 1 });
    await org.inside(async ({ db, orgId }) => {
      await sql`update service set name = '{"zh":"改","en":"Edited"}' where org_id = ${orgId} and code = 'desk'`.execute(db);
      await sql`update team set deleted_at = now() where org_id = ${orgId} and code = 'night-team'`.execute(db);
    });
    const newer = { ...smallPack };
    for (const file of Object.keys(newer) as (keyof typeof newer)[]) {
      (newer as Record<string, string>)[file] = newer[file]
        .replaceAll('zh: 台', 'zh: 新台')
        .replaceAll('zh: 等候', 'zh: 排队')
        .replace('version: 1', 'version: 2');
    }
    expect(await upload(org, newer)).toEqual({ added: 0, updated: 1, unchanged: 7, kept: 3 });
    const { rows } = await sql<{ code: string; zh: string; deleted: boolean }>`
      select code, name->>'zh' as zh, deleted_at is not null as deleted from service where org_id = ${org.orgId} and code = 'desk'
      union all select code, name->>'zh', false from indicator where org_id = ${org.orgId} and code = 'wait_time'
      union all select code, name->>'zh', deleted_at is not null from team where org_id = ${org.orgId} and code = 'night-team'
      union all select code, name->>'zh', false from site where org_id = ${org.orgId} and code = 'south'`.execute(server.owner);
    expect(rows).toEqual([
      { code: 'desk', zh: '改', deleted: false },
      { code: 'wait_time', zh: '排队', deleted: false },
      { code: 'night-team', zh: '夜班', deleted: true },
      { code: 'south', zh: '自建', deleted: false },
    ]);
    expect(await eventsOf(org, 'indicator.changed')).toHaveLength(1);
    const { items } = await org.call(listPacks);
    expect(items.find((pack) => pack.code === 'small')).toMatchObject({ installedVersion: 2, services: 2, indicators: 4 });
  });

  it('brings changed limits as a new version from today, unless a person has set them', async () => {
    const org = await newOrganisation(server);
    await upload(org);
    await org.inside(({ db, orgId }) =>
      sql`insert into indicator_limits (org_id, indicator_id, version, valid_from, target, warning, critical)
        select org_id, id, 2, '2020-06-01', 95, 85, 70 from indicator where org_id = ${orgId} and code = 'solved_rate'`.execute(db),
    );
    const indicators = smallPack['indicators.yaml'].replace('target: 5', 'target: 4').replace('target: 90', 'target: 88');
    expect(await upload(org, { ...smallPack, 'indicators.yaml': indicators })).toEqual({ added: 0, updated: 1, unchanged: 9, kept: 1 });
    const { rows } = await sql<{ code: string; version: number; from: string; target: number }>`
      select i.code, l.version, l.valid_from as from, l.target from indicator_limits l join indicator i on i.org_id = l.org_id and i.id = l.indicator_id
      where l.org_id = ${org.orgId} and i.code in ('wait_time', 'solved_rate') order by 1, 2`.execute(server.owner);
    const today = new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Shanghai' }).format(new Date());
    expect(rows).toEqual([
      { code: 'solved_rate', version: 1, from: '2000-01-01', target: 90 },
      { code: 'solved_rate', version: 2, from: '2020-06-01', target: 95 },
      { code: 'wait_time', version: 1, from: '2000-01-01', target: 5 },
      { code: 'wait_time', version: 2, from: today, target: 4 },
    ]);
    expect(await eventsOf(org, 'indicator.limits-set')).toHaveLength(1);
  });

  it('judges today by limits that came today', async () => {
    const org = await newOrganisation(server);
    await upload(org);
    const body = [{ indicator: 'wait_time', at: new Date().toISOString(), value: 4.5, key: 'a' }];
    await org.call(sendObservations, { body });
    const inTime = async () => (await org.call(readIndicatorReport, { params: { code: 'wait_time' } })).summary.attained;
    expect(await inTime()).toBe(100);
    await upload(org, smallPackWith('indicators.yaml', 'target: 5', 'target: 4'));
    expect(await inTime()).toBe(0);
    await upload(org);
    expect(await inTime()).toBe(100);
    expect(await count(org, 'indicator_limits')).toBe(4);
  });

  it('does not bring back a benchmark that a person removed', async () => {
    const org = await newOrganisation(server);
    await upload(org);
    await org.inside(({ db, orgId }) => sql`delete from benchmark where org_id = ${orgId}`.execute(db));
    expect(await upload(org, smallPackWith('indicators.yaml', 'zh: 等候', 'zh: 排队'))).toMatchObject({ updated: 0, kept: 1 });
    expect(await count(org, 'benchmark')).toBe(0);
  });

  it('keeps the measure of an indicator: stored numbers depend on it', async () => {
    const org = await newOrganisation(server);
    await upload(org);
    const files = smallPackWith('indicators.yaml', 'unit: min\n', 'unit: min\n    decimals: 0\n');
    expect(await upload(org, files)).toMatchObject({ updated: 0, kept: 1 });
  });
});

describe('exporting', () => {
  it.each(shipped)('%s, loaded into another organisation from its export, makes the same rows', async (code) => {
    const [from, to] = [await newOrganisation(server), await newOrganisation(server)];
    await from.call(installPack, { params: { code } });
    const { files } = await from.call(exportPack, { params: { code } });
    expect(Object.keys(files).sort()).toEqual([
      'agreements.yaml',
      'articles.yaml',
      'calendars.yaml',
      'cases.yaml',
      'categories.yaml',
      'customers.yaml',
      'demo.yaml',
      'fields.yaml',
      'indicators.yaml',
      'objectives.yaml',
      'organisation.yaml',
      'pack.yaml',
      'scorecards.yaml',
      'services.yaml',
      'standards.yaml',
      'surveys.yaml',
    ]);
    const made = await to.call(uploadPack, { body: { files } });
    expect(made).toMatchObject({ kept: 0, updated: 0 });
    expect(await rowsOf(to)).toEqual(await rowsOf(from));
    expect((await to.call(exportPack, { params: { code } })).files).toEqual(files);
  });

  it('writes what is in use: edits are there, the trash and what hangs on it are not', async () => {
    const org = await newOrganisation(server);
    await upload(org);
    await org.inside(async ({ db, orgId }) => {
      await sql`update indicator set deleted_at = now() where org_id = ${orgId} and code = 'wait_time'`.execute(db);
      await sql`update service set name = '{"zh":"改","en":"Edited"}' where org_id = ${orgId} and code = 'desk'`.execute(db);
      await sql`insert into team (org_id, id, code, name) values (${orgId}, gen_random_uuid(), 'own-team', '{"zh":"自","en":"Own"}')`.execute(
        db,
      );
    });
    const { files } = await org.call(exportPack, { params: { code: 'small' } });
    expect(files['services.yaml']).toContain('Edited');
    expect(files['organisation.yaml']).toContain('own-team');
    expect(files['indicators.yaml']).not.toMatch(/wait_time|calls_in_time/);
    expect(files['scorecards.yaml']).not.toContain('speed');
    const other = await newOrganisation(server);
    expect(await upload(other, files)).toMatchObject({ added: 10, kept: 0 });
    expect(await other.refusal(exportPack, { params: { code: 'telecom' } })).toMatchObject({ status: 404 });
  });
});

/** What a pack controls, without ids and times. */
async function rowsOf(org: TestOrganisation): Promise<unknown> {
  const units = (table: string) => sql`select jsonb_agg(jsonb_build_array(u.code, u.name, p.code, u.pack, u.pack_hash) order by u.code)
    from ${sql.table(table)} u left join ${sql.table(table)} p on p.org_id = u.org_id and p.id = u.parent_id where u.org_id = ${org.orgId}`;
  const plain = (
    table: string,
  ) => sql`select jsonb_agg(to_jsonb(t) - '{org_id,id,team_id,parent_id,owner_id,updated_at,indicator_id,created_at,installed_at}'::text[] order by to_jsonb(t)->>'code')
    from ${sql.table(table)} t where org_id = ${org.orgId}`;
  const { rows } = await sql<Record<string, unknown>>`select
    (${units('team')}) as team, (${units('site')}) as site, (${units('segment')}) as segment,
    (${plain('service')}) as service, (${plain('indicator')}) as indicator, (${plain('scorecard')}) as scorecard, (${plain('installed_pack')}) as pack,
    (select jsonb_agg(jsonb_build_array(i.code, l.version, l.valid_from, l.target, l.warning, l.critical, l.pack_hash) order by i.code, l.version)
      from indicator_limits l join indicator i on i.org_id = l.org_id and i.id = l.indicator_id where l.org_id = ${org.orgId}) as limits,
    (select jsonb_agg(jsonb_build_array(i.code, b.kind, b.value, b.source, b.url, b.as_of, b.pack_hash) order by i.code, b.kind, b.as_of, b.value, b.source->>'en')
      from benchmark b join indicator i on i.org_id = b.org_id and i.id = b.indicator_id where b.org_id = ${org.orgId}) as benchmarks,
    (select jsonb_agg(jsonb_build_array(a.code, b.code) order by a.code, b.code) from service_dependency d
      join service a on a.org_id = d.org_id and a.id = d.service_id join service b on b.org_id = d.org_id and b.id = d.depends_on_id
      where d.org_id = ${org.orgId}) as dependencies`.execute(server.owner);
  return rows[0];
}
