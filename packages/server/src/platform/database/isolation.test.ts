import { Client, Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { testPasswords } from '../../testing/global-setup.ts';
import { useTestServer } from '../../testing/test-server.ts';
import { newId } from '../identifier.ts';
import { installQueue } from '../jobs/jobs.ts';
import { examine, type Ailment } from './doctor.ts';
import { dropSense, insert, plantRow, tablesOf } from './isolation.factory.ts';

const server = useTestServer();
const [a, b] = [newId(), newId()];
const partition = 'observation_202401';
let superuser: Client;
let app: Client;
/** the row of organisation B in each table */
const foreign = new Map<string, Record<string, unknown>>();

beforeAll(async () => {
  const database = server.logins.owner.database;
  superuser = new Client({ host: inject('socket'), database, user: 'postgres', password: testPasswords.superuser });
  app = new Client({ ...server.logins.app });
  await superuser.connect();
  await app.connect();
  await superuser.query(`select ensure_observation_months('{2024-01-01}')`);
  await dropSense(superuser);
  // Rows are planted table by table: foreign keys would only ask for an order.
  await superuser.query(`set session_replication_role = replica`);
  for (const table of await tablesOf(superuser)) {
    await plantRow(superuser, table, a);
    foreign.set(table, await plantRow(superuser, table, b));
  }
  await superuser.query(`set session_replication_role = origin`);
  await installQueue(server.logins.owner);
});

afterAll(async () => {
  await app.end();
  await superuser.end();
});

/** Runs as the application's login inside an organisation (or none), and takes everything back. */
async function as<T>(orgId: string | null, work: () => Promise<T>): Promise<T> {
  await app.query('begin');
  try {
    if (orgId !== null) await app.query(`set local app.org_id = '${orgId}'`);
    return await work();
  } finally {
    await app.query('rollback');
  }
}

const count = async (client: Client, from: string, condition: string): Promise<number> =>
  Number((await client.query<{ count: string }>(`select count(*) from ${from} where ${condition}`)).rows[0]?.count);
const refusedBy = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'nothing',
    (error: { code: string }) => error.code,
  );
const denied = '42501';

/** The log of changes, published versions, the history of a case: nobody changes a row; the last goes with its case. */
const writtenOnce = [
  ...['event', 'business_calendar_version', 'agreement_version', 'clock_event', 'article_version', 'automation_rule_version'],
  ...['objective_version', 'objective_restatement', 'clock_month', 'clock_month_restatement', 'simulated_case'],
  ...['survey_version', 'feedback_answer', 'follow_up_attempt', 'campaign_move', 'campaign_result', 'field_guide'],
  ...['priority_model', 'improvement_move', 'suggestion_reward', 'verification', 'verification_look'],
];
/** Not changed either, but deleted with what they belong to. */
const deletable = ['clock_event', 'simulated_case', 'survey_version', 'field_guide', 'verification'];

describe('two organisations, one database', () => {
  test('the walk meets every table, with rows of both', async () => {
    expect(foreign.size).toBeGreaterThan(30);
    for (const table of foreign.keys()) {
      expect([table, await count(superuser, table, `org_id = '${a}'`), await count(superuser, table, `org_id = '${b}'`)]).toEqual([
        table,
        1,
        1,
      ]);
    }
  });

  test('no table shows a row of the other organisation', async () => {
    for (const table of foreign.keys()) {
      const seen = await as(a, async () => [await count(app, table, `org_id = '${a}'`), await count(app, table, `org_id <> '${a}'`)]);
      expect([table, ...seen]).toEqual([table, 1, 0]);
    }
  });

  test('without an organisation nothing is seen', async () => {
    for (const orgId of [null, '']) {
      for (const table of foreign.keys()) expect([table, await as(orgId, () => count(app, table, 'true'))]).toEqual([table, 0]);
    }
  });

  test('no row can be put into the other organisation, nor moved there', async () => {
    for (const [table, row] of foreign) {
      expect([table, await as(a, () => refusedBy(insert(app, table, row)))]).toEqual([table, denied]);
      expect([table, await as(a, () => refusedBy(app.query(`update ${table} set org_id = '${b}'`)))]).toEqual([table, denied]);
    }
  });

  test('rows of the other organisation are neither changed nor deleted', async () => {
    for (const table of [...foreign.keys()].filter((name) => !writtenOnce.includes(name))) {
      const touched = await as(a, async () => [
        (await app.query(`update ${table} set org_id = org_id where org_id = '${b}'`)).rowCount,
        (await app.query(`delete from ${table} where org_id = '${b}'`)).rowCount,
      ]);
      expect([table, ...touched]).toEqual([table, 0, 0]);
    }
    for (const table of writtenOnce) {
      for (const statement of [`update ${table} set org_id = org_id`, `truncate ${table}`])
        expect([table, await as(a, () => refusedBy(app.query(statement)))]).toEqual([table, denied]);
    }
    for (const table of writtenOnce.filter((name) => !deletable.includes(name)))
      expect([table, await as(a, () => refusedBy(app.query(`delete from ${table}`)))]).toEqual([table, denied]);
  });

  test('partitions carry the policy and let nobody in directly', async () => {
    const { rows } = await superuser.query<{ name: string; policies: number; secured: boolean }>(`
      select c.relname as name, c.relrowsecurity as secured, (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies
      from pg_class c where c.relispartition and c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace`);
    expect(rows).toEqual([{ name: partition, policies: 1, secured: true }]);
    for (const statement of [`select from ${partition}`, `delete from ${partition}`, `truncate ${partition}`]) {
      expect(await as(a, () => refusedBy(app.query(statement)))).toBe(denied);
    }
    expect(await as(a, () => refusedBy(insert(app, partition, foreign.get('observation') ?? {})))).toBe(denied);
  });

  test('views look through the eyes of their reader', async () => {
    const { rows } = await superuser.query<{ view: string; tenant: boolean }>(`
      select c.relname as view, exists (select from pg_attribute t where t.attrelid = c.oid and t.attname = 'org_id') as tenant
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('v', 'm')`);
    expect(rows.filter((row) => !row.tenant)).toEqual([]);
    for (const { view } of rows) expect([view, await as(a, () => count(app, view, `org_id <> '${a}'`))]).toEqual([view, 0]);
    expect(await as(null, async () => Promise.all(rows.map(({ view }) => count(app, view, 'true'))))).toEqual(rows.map(() => 0));
  });

  test('the application neither reads the queue nor the list of migrations, and the queue reads no table', async () => {
    expect(await refusedBy(app.query('select from pgboss.job'))).toBe(denied);
    expect(await refusedBy(app.query('select from schema_migration'))).toBe(denied);
    const queue = new Client({ ...server.logins.queue });
    await queue.connect();
    for (const table of foreign.keys()) expect([table, await refusedBy(queue.query(`select from ${table}`))]).toEqual([table, denied]);
    await queue.end();
  });

  test('the doors are these, each bound to its schema and closed to everybody else', async () => {
    const { rows } = await superuser.query<{ name: string; bound: boolean; open: boolean }>(`
      select p.proname as name, exists (select from unnest(p.proconfig) s where s like 'search_path=%') as bound,
        exists (select from aclexplode(p.proacl) x where x.grantee = 0) or p.proacl is null as open
      from pg_proc p where p.prosecdef and p.pronamespace = 'public'::regnamespace order by 1`);
    expect(rows.filter((row) => !row.bound || row.open)).toEqual([]);
    const doors = [
      'any_organisation',
      'ensure_observation_months',
      'org_of_access_link',
      'org_of_api_key',
      'org_of_session',
      'organisations_to_compact',
    ];
    expect(rows.map((row) => row.name)).toEqual(expect.arrayContaining([...doors, 'orgs_of_email', 'waiting_imports']));
  });

  test('the door to new partitions is bounded', async () => {
    const ask = (months: string) => as(a, () => refusedBy(app.query('select ensure_observation_months($1)', [months])));
    expect(await ask('{2031-05-17}')).toBe('nothing');
    expect(await ask(`{${Array.from({ length: 241 }, () => '2024-01-01').join(',')}}`)).toBe('22023');
    for (const month of ['1969-12-01', '2100-01-01']) expect(await ask(`{${month}}`)).toBe('22008');
    await app.query(`select ensure_observation_months('{2031-05-17}')`);
    expect(await as(a, () => refusedBy(app.query('select from observation_203105')))).toBe(denied);
  });
});

describe('the doctor', () => {
  /** Examines the database with something wrong planted, as the application or as another login. */
  async function diagnose(plant: string, user?: string): Promise<Ailment[]> {
    const pool = new Pool({ ...server.logins.app, ...(user === undefined ? {} : { user, password: 'test' }), max: 1 });
    await superuser.query(plant);
    const ailments = await examine(pool);
    await pool.end();
    return ailments;
  }

  test('finds nothing on a healthy database', async () => {
    expect(await diagnose('select')).toEqual([]);
  });

  test('finds each hole in the wall', async () => {
    expect(await diagnose('create table bare (org_id uuid)')).toEqual([{ code: 'no_policy', what: 'bare' }]);
    expect(await diagnose('drop table bare; create view peep as select * from account')).toEqual([
      { code: 'view_not_invoker', what: 'peep' },
    ]);
    expect(await diagnose(`drop view peep; grant select on ${partition} to zhiheng_app`)).toEqual([
      { code: 'partition_granted', what: partition },
    ]);
    const wide = `revoke select on ${partition} from zhiheng_app; create policy wide on account using (true)`;
    expect(await diagnose(wide)).toEqual([{ code: 'policy_too_wide', what: 'account: wide' }]);
    const owned = `drop policy wide on account; create table own_goal (org_id uuid); alter table own_goal enable row level security; alter table own_goal owner to zhiheng_app`;
    expect(await diagnose(owned)).toEqual([{ code: 'app_owns', what: 'own_goal' }]);
    const queue = `drop table own_goal; grant usage on schema pgboss to zhiheng_app; grant select on pgboss.version to zhiheng_app`;
    expect(await diagnose(queue)).toEqual([{ code: 'app_reads_queue', what: 'pgboss.version' }]);
    expect(await diagnose('revoke usage on schema pgboss from zhiheng_app; revoke select on pgboss.version from zhiheng_app')).toEqual([]);
  });

  test.each([
    ['bypassrls', 'app_bypasses_policies'],
    ['createrole', 'app_may_create_roles'],
  ])('finds a login that may %s', async (attribute, code) => {
    const user = `planted_${attribute}`;
    const ailments = await diagnose(`create role ${user} login ${attribute} password 'test'; grant zhiheng_app to ${user}`, user);
    await superuser.query(`drop role ${user}`);
    expect(ailments).toEqual([{ code, what: user }]);
  });

  test('finds a superuser at once', async () => {
    expect(await diagnose('select', 'postgres')).toContainEqual({ code: 'app_is_superuser', what: 'postgres' });
  });
});
