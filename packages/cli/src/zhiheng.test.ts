import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCampaign, getCampaign, moveCampaign, updateCampaign } from '@zhiheng/contract/campaigns/campaigns';
import { freezeResult } from '@zhiheng/contract/campaigns/results';
import { createCall } from '@zhiheng/contract/call';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runZhiheng, startServer, type Ended, type RunningServer } from './testing/run-zhiheng.ts';

const person = ['--admin-email', 'ada@example.org', '--admin-password', 'correct horse battery'];
const folder = mkdtempSync(join(tmpdir(), 'zhiheng-cli-files-'));
const write = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

describe('without a server', () => {
  it('shows every command with examples, in the language of the terminal or of --lang', async () => {
    const english = await runZhiheng(['--help']);
    expect(english).toMatchObject({ code: 0, err: '' });
    for (const command of [
      'setup',
      'api-key create',
      'import <file>',
      'mapping save <code> <file>',
      'pack check <folder>',
      'restore <folder>',
      'db doctor',
      'campaigns recompute <code>',
    ]) {
      expect(english.out).toContain(`\n  ${command}`);
    }
    expect(english.out).toContain('zhiheng import incidents.csv --mapping incidents');
    const chinese = await runZhiheng(['--help'], { LANG: 'zh_CN.UTF-8' });
    expect(chinese.out).toContain('用法： zhiheng');
    expect(chinese.out).toContain('\n  api-key create ');
    expect((await runZhiheng(['import', '--help', '--lang', 'zh'])).out).toContain('只演练，不保存任何数据');
  });

  it.each<[string, string[], number, string]>([
    ['an unknown command', ['imprt'], 2, 'Unknown command imprt'],
    ['an unknown option', ['pack', 'list', '--colour'], 2, 'Unknown option --colour'],
    ['a missing argument', ['import'], 2, 'file is missing'],
    ['a missing option', ['setup', '--org', 'x'], 2, '--admin-email'],
    ['nobody', ['pack', 'list'], 2, 'Who are you?'],
    ['a file that is not there', ['import', 'nothing.csv', '--api-key', 'x'], 2, 'There is no file nothing.csv'],
    ['no server', ['pack', 'list', '--api-key', 'x', '--url', 'http://127.0.0.1:9'], 3, 'No server answers at http://127.0.0.1:9'],
  ])('says what is wrong with %s', async (_what, args, code, words) => {
    const ended = await runZhiheng(args);
    expect(ended).toMatchObject({ code, out: '' });
    expect(ended.err).toContain(words);
  });

  it('checks a pack: sound, or every mistake by file, line and column', async () => {
    const packs = join(import.meta.dirname, '../../../packs');
    expect(await runZhiheng(['pack', 'check', join(packs, 'telecom')])).toMatchObject({ code: 0, err: '' });
    const broken = join(folder, 'telecom');
    mkdirSync(broken);
    for (const name of readdirSync(join(packs, 'telecom'))) writeFileSync(join(broken, name), readFileSync(join(packs, 'telecom', name)));
    writeFileSync(
      join(broken, 'pack.yaml'),
      'pack: telecom\nversion: one\nname: { zh: 电信, en: Telecom }\ndescription: { zh: "", en: "" }\n',
    );
    const checked = await runZhiheng(['pack', 'check', broken, '--lang', 'zh']);
    expect(checked).toMatchObject({ code: 1, out: 'pack.yaml:2:1 version 应为：number\n' });
  });
});

describe('with a server', () => {
  let server: RunningServer;
  let key = '';
  const zhiheng = (args: string[], input = ''): Promise<Ended> =>
    runZhiheng(args, { ZHIHENG_DATA: server.dataFolder, ...(key === '' ? {} : { ZHIHENG_API_KEY: key }) }, input);

  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(async () => {
    await server.stop();
    server.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  it('sets an organisation up by the operator key, and makes keys with its administrator', async () => {
    const wrong = await zhiheng(['setup', '--org', 'East', ...person, '--setup-token', 'not the token of this server']);
    expect(wrong).toMatchObject({ code: 1 });
    expect(wrong.err).toContain('This token opens no set-up here');
    const short = await zhiheng(['setup', '--org', 'East', '--admin-email', 'a@b.c', '--admin-password', 'short']);
    expect(short.err).toContain('administrator.password');
    const done = await zhiheng(['setup', '--org', '东城', ...person, '--pack', 'it-service', '--time-zone', 'Asia/Shanghai']);
    expect(done).toMatchObject({ code: 0, out: `东城 is ready. Sign in at ${server.url}/sign-in\n` });
    const created = await zhiheng(['api-key', 'create', ...person, '--name', 'nightly', '--role', 'quality-manager']);
    expect(created).toMatchObject({ code: 0, err: 'This key is shown only now. Role: quality-manager\n' });
    key = created.out.trim();
    const spare = await zhiheng(['api-key', 'create', ...person, '--name', 'spare', '--role', 'service-agent', '--expires', '2099-12-31']);
    expect((await zhiheng(['api-key', 'list', ...person])).out).toMatch(
      /spare +zh_\w+ +service-agent +2099-12-31[^]*nightly +zh_\w+ +quality-manager +never/,
    );
    expect((await zhiheng(['api-key', 'revoke', 'spare', ...person])).out).toBe('spare is revoked.\n');
    expect(await zhiheng(['pack', 'list', '--api-key', spare.out.trim()])).toMatchObject({ code: 1 });
    expect((await zhiheng(['api-key', 'list'])).err).toContain('identity.manage');
  });

  it('imports a file by a saved mapping, rehearses, and writes what was set aside', async () => {
    const mapping = {
      ...{ rows: 'records', time: { column: 'closed' }, key: ['number'], subject: { service: { kind: 'column', column: 'service' } } },
      measures: [{ kind: 'duration', indicator: 'incident_resolution_time', from: 'opened', to: 'closed' }],
    };
    const csv =
      'number,service,opened,closed\n1,service-desk,2026-05-01 08:00,2026-05-01 12:00\n2,nobody,2026-05-02 08:00,2026-05-02 09:00\n';
    const file = write('incidents.csv', csv);
    expect(await zhiheng(['import', file, '--mapping', 'incidents'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('no saved mapping incidents'),
    });
    expect((await zhiheng(['mapping', 'save', 'incidents', write('broken.json', '{"rows":"records"}')])).err).toContain('holds no mapping');
    const saved = await zhiheng(['mapping', 'save', 'incidents', write('mapping.json', JSON.stringify(mapping)), '--name', 'Incidents']);
    expect(saved.out).toBe('Mapping incidents is saved.\n');
    expect((await zhiheng(['mapping', 'list'])).out).toMatch(/incidents +Incidents +records/);
    expect(JSON.parse((await zhiheng(['mapping', 'show', 'incidents'])).out)).toMatchObject(mapping);
    const rehearsed = await zhiheng(['import', file, '--mapping', 'incidents', '--dry-run', '--json']);
    expect(JSON.parse(rehearsed.out)).toMatchObject({ dryRun: true, counts: { rows: 2, stored: 1, quarantined: 1 } });
    const problems = join(folder, 'problems.csv');
    const imported = await zhiheng(['import', file, '--mapping', 'incidents', '--problems', problems, '--lang', 'zh']);
    expect(imported).toMatchObject({ code: 0 });
    expect(imported.out).toMatch(/读取行数 +2\n[^]*已保存 +1\n[^]*已隔离 +1\n/);
    expect(readFileSync(problems, 'utf8')).toContain('nobody');
    const again = await zhiheng(['import', file, '--mapping', 'incidents', '--json']);
    expect(JSON.parse(again.out)).toMatchObject({ counts: { stored: 0, unchanged: 1 } });
  });

  it('sends observations from files and from standard input', async () => {
    const row = { indicator: 'incident_count', at: '2026-05-01T00:00:00Z', value: 3, service: 'service-desk', key: 'a' };
    const sent = await zhiheng(['observations', 'send', write('rows.ndjson', `${JSON.stringify(row)}\n`), '--source', 'probe', '--json']);
    expect(JSON.parse(sent.out)).toMatchObject({ received: 1, stored: 1 });
    const piped = await zhiheng(['observations', 'send', '-', '--format', 'json', '--source', 'probe', '--json'], JSON.stringify([row]));
    expect(JSON.parse(piped.out)).toMatchObject({ received: 1, unchanged: 1 });
    expect((await zhiheng(['observations', 'send', write('rows.txt', 'x')])).err).toContain('--format');
  });

  it('works a frozen result out again, and ends with 1 when it comes out differently', async () => {
    const call = createCall({ baseUrl: server.url, fetch, headers: { authorization: `Bearer ${key}` } });
    const name = { zh: '五月', en: 'May' };
    const frame = { name, code: 'may', kind: 'special', chain: 'judge', from: '2026-05', until: '2026-05' } as const;
    const { id, plan } = await call(createCampaign, { body: frame });
    const planned = {
      ...{ methods: plan.methods.filter(({ kind }) => kind === 'indicators'), checklist: [] },
      roles: [{ role: 'leader' as const, accountId: null, name: 'Ada' }],
      figures: [{ kind: 'indicator' as const, code: 'incident_resolution_time', weight: 1 }],
    };
    const { version } = await call(updateCampaign, { params: { id }, body: { version: 1, plan: planned } });
    const moved = await call(moveCampaign, { params: { id }, body: { version, to: 'analyse' } });
    expect(await zhiheng(['campaigns', 'recompute', 'may'])).toMatchObject({ code: 1, err: 'Nothing of may is frozen yet.\n' });
    await call(freezeResult, { params: { id }, body: { version: moved.version, reason: '' } });
    const [frozen] = (await call(getCampaign, { params: { id } })).frozen;
    const same = `Result 1 is the same, byte by byte. SHA-256 ${frozen?.sha256}\n`;
    expect(await zhiheng(['campaigns', 'recompute', 'may'])).toMatchObject({ code: 0, out: same });
    expect((await zhiheng(['campaigns', 'recompute', id, '--number', '1', '--lang', 'zh'])).out).toContain('第 1 次结果逐字节一致');
    expect(JSON.parse((await zhiheng(['campaigns', 'recompute', 'may', '--json'])).out)).toMatchObject({ number: 1, equal: true });
    expect(await zhiheng(['campaigns', 'recompute', 'june'])).toMatchObject({ code: 2, err: expect.stringContaining('june') });
    expect((await zhiheng(['campaigns', 'recompute', 'may', '--number', '7'])).code).toBe(1);
    // A server that calculates differently than the one that froze the result.
    const other = createServer((request, answer) => {
      const recomputing = request.url?.endsWith('/recomputation') === true;
      const differing = { equal: false, stored: 'a', noted: 'a', recomputed: 'b', bytes: 1 };
      void fetch(server.url + (request.url ?? ''), { headers: { authorization: `Bearer ${key}` } })
        .then((passed) => passed.text())
        .then((text) => answer.setHeader('content-type', 'application/json').end(recomputing ? JSON.stringify(differing) : text));
    });
    await new Promise<void>((listening) => other.listen(0, '127.0.0.1', listening));
    const url = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
    const differs = await zhiheng(['campaigns', 'recompute', 'may', '--url', url]);
    other.close();
    expect(differs).toMatchObject({ code: 1, out: 'Result 1 comes out differently.\nfrozen  a\nnow     b\n' });
  });

  it('lists, exports and loads packs, and demo data', async () => {
    expect((await zhiheng(['pack', 'list'])).out).toMatch(/it-service +IT service +1 +1 /);
    const out = join(folder, 'exported');
    expect((await zhiheng(['pack', 'export', out])).out).toContain('16 files are written');
    expect((await zhiheng(['pack', 'load', out])).out).toMatch(/^0 added, 0 updated, \d+ unchanged, 0 kept/);
    expect((await zhiheng(['pack', 'install', 'outpatient'])).out).toMatch(/^\d+ added/);
    expect((await zhiheng(['pack', 'export', out])).err).toContain('Choose one with --pack');
    expect((await zhiheng(['demo', 'load', 'it-service'])).out).toContain('A wrong dispatch rule at the west campus');
    expect(await zhiheng(['demo', 'delete'])).toMatchObject({
      out: expect.stringMatching(/^\d{5} demo observations are deleted/),
      err: '',
    });
    expect(JSON.parse((await zhiheng(['open-api'])).out)).toMatchObject({ openapi: '3.1.0' });
  });

  it('backs up beside the running server, examines, rebuilds, and brings the backup back when it is stopped', async () => {
    const target = join(folder, 'backup');
    expect((await zhiheng(['backup', target])).out).toMatch(/\d+ tables, \d+ rows written/);
    expect(await zhiheng(['db', 'doctor'])).toMatchObject({ code: 0 });
    expect(await zhiheng(['db', 'rebuild'])).toMatchObject({ code: 0 });
    expect((await zhiheng(['pack', 'install', 'catering'])).out).toMatch(/^\d+ added/);
    expect(await zhiheng(['restore', target])).toMatchObject({ code: 1, err: expect.stringContaining('server is running') });
    await server.stop();
    expect(await zhiheng(['restore', target])).toMatchObject({ code: 1, err: expect.stringContaining('--replace') });
    expect((await zhiheng(['restore', target, '--replace'])).out).toContain('every count agrees');
    await server.start();
    const listed = (await zhiheng(['pack', 'list'])).out;
    expect(listed).toMatch(/it-service +IT service +1 +1 /);
    expect(listed).toMatch(/catering +Canteen.* 1 +no /);
  });
});
