import { describe, expect, it } from 'vitest';
import { readBoard } from '@zhiheng/contract/insight/board';
import { getMe, signIn } from '@zhiheng/contract/identity/sign-in';
import { deleteDemo, listPacks, setupState, setUp } from '@zhiheng/contract/packs/packs';
import { sql } from 'kysely';
import { client, refusalOf } from '../../../testing/sign-in.ts';
import { useTestServer, type TestServer } from '../../../testing/test-server.ts';

const server = useTestServer();
const anybody = (at: TestServer) => client(at, {});

const draft = {
  organisation: '东城服务中心',
  locale: 'zh' as const,
  timeZone: 'Asia/Shanghai',
  pack: 'catering',
  demo: false,
  administrator: { email: 'Ada@Example.org', name: 'Ada', password: 'correct horse battery' },
};
const link = () => server.platform.installation.setupToken ?? '';
const operator = () => server.platform.installation.operatorKey;
const organisations = async () => (await sql<{ n: number }>`select count(*) as n from organisation`.execute(server.owner)).rows[0]?.n;

describe('set-up', () => {
  it('refuses a wrong token, and half an organisation is never made', async () => {
    const wrong = await refusalOf(anybody(server)(setUp, { body: { ...draft, token: 'not the token of this house' } }));
    expect(wrong).toMatchObject({ status: 403, code: 'setup_token_wrong' });
    const missing = await refusalOf(anybody(server)(setUp, { body: { ...draft, token: link(), pack: 'no-such-pack' } }));
    expect(missing).toMatchObject({ status: 404, code: 'not_found', params: { kind: 'pack' } });
    const weak = { ...draft.administrator, password: 'short' };
    const invalid = await refusalOf(
      anybody(server)(setUp, { body: { ...draft, token: link(), administrator: weak, timeZone: 'Mars/Olympus' } }),
    );
    expect(invalid.errors.map((error) => [error.path, error.code])).toEqual([
      ['timeZone', 'time_zone'],
      ['administrator.password', 'too_small'],
    ]);
    expect(await organisations()).toBe(0);
  });

  it('by the link makes one organisation with roles, administrator and pack, and signs the administrator in', async () => {
    const state = await anybody(server)(setupState);
    expect(state.installed).toBe(false);
    expect(state.packs.map((pack) => pack.code)).toEqual([
      'catering',
      'housekeeping',
      'it-service',
      'outpatient',
      'telecom',
      'testing-laboratory',
    ]);
    const twice = [1, 2].map(() => server.app.inject({ method: 'POST', url: '/api/v1/setup', payload: { ...draft, token: link() } }));
    const answers = await Promise.all(twice);
    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([200, 409]);
    expect(answers.find((answer) => answer.statusCode === 409)?.json()).toMatchObject({ code: 'setup_done_already' });
    const cookie = String(answers.find((answer) => answer.statusCode === 200)?.headers['set-cookie']).split(';')[0] ?? '';
    const me = await client(server, { cookie })(getMe);
    expect(me).toMatchObject({
      email: 'ada@example.org',
      roles: ['administrator'],
      organisation: { name: '东城服务中心', timeZone: 'Asia/Shanghai' },
    });
    const { items } = await client(server, { cookie })(listPacks);
    expect(items.filter((pack) => pack.installedVersion !== null).map((pack) => pack.code)).toEqual(['catering']);
    expect((await anybody(server)(setupState)).installed).toBe(true);
    expect(await organisations()).toBe(1);
    const events = await sql<{ type: string; kind: string }>`select type, actor_kind as kind from event order by id`.execute(server.owner);
    const types = events.rows.map((event) => event.type);
    expect(types).toEqual(expect.arrayContaining(['organisation.created', 'account.activated', 'pack.installed', 'session.started']));
  });

  it('by the operator key makes further organisations, with demo data that the board shows', { timeout: 120_000 }, async () => {
    const late = await refusalOf(anybody(server)(setUp, { body: { ...draft, token: link() } }));
    expect(late).toMatchObject({ status: 409, code: 'setup_done_already' });
    const reply = await anybody(server)(setUp, { body: { ...draft, organisation: 'Zweite', locale: 'en', demo: true, token: operator() } });
    expect(await organisations()).toBe(2);
    const choice = await anybody(server)(signIn, { body: { email: 'ada@example.org', password: draft.administrator.password } });
    expect(choice).toMatchObject({ kind: 'choose-organisation' });
    const body = { email: 'ada@example.org', password: draft.administrator.password, organisationId: reply.organisationId };
    const signedIn = await server.app.inject({ method: 'POST', url: '/api/v1/session', payload: body });
    const call = client(server, { cookie: String(signedIn.headers['set-cookie']).split(';')[0] ?? '' });
    const board = await call(readBoard);
    expect(board.index?.root.score).toBeGreaterThan(70);
    expect(board.scope.observations).toBeGreaterThan(2000);
    expect((await call(deleteDemo)).observations).toBeGreaterThan(50_000);
    expect((await call(readBoard)).scope.observations).toBe(0);
  });

  it('without a pack makes an empty organisation', async () => {
    const person = { ...draft.administrator, email: 'bob@example.org' };
    await anybody(server)(setUp, { body: { ...draft, pack: null, administrator: person, token: operator() } });
    const signedIn = await server.app.inject({
      method: 'POST',
      url: '/api/v1/session',
      payload: { email: person.email, password: person.password },
    });
    const call = client(server, { cookie: String(signedIn.headers['set-cookie']).split(';')[0] ?? '' });
    expect((await call(listPacks)).items.every((pack) => pack.installedVersion === null)).toBe(true);
  });
});
