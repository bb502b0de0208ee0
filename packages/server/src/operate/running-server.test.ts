import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { announceServer, refuseSecondServer, runningServer } from './running-server.ts';

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'zhiheng-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const note = (value: { url: string; pid: number }) => writeFileSync(join(folder, 'server.json'), JSON.stringify(value));
const parent = process.ppid;

describe('one server on one data folder', () => {
  it('refuses the second while the first answers', async () => {
    const first = createServer((_, response) => response.end()).listen(0, '127.0.0.1');
    await new Promise((resolve) => first.once('listening', resolve));
    const url = `http://127.0.0.1:${(first.address() as AddressInfo).port}`;
    note({ url, pid: parent });
    await expect(refuseSecondServer(folder)).rejects.toThrow(url);
    first.close();
    await expect(refuseSecondServer(folder)).resolves.toBeUndefined();
  });
  it('takes no notice of a process that is gone, nor of its own note', () => {
    expect(runningServer(folder)).toBeNull();
    note({ url: 'http://127.0.0.1:9', pid: 2 ** 22 + 1 });
    expect(runningServer(folder)).toBeNull();
    const withdraw = announceServer(folder, 'http://127.0.0.1:9');
    expect(runningServer(folder)).toBeNull();
    withdraw();
    note({ url: 'http://127.0.0.1:9', pid: parent });
    expect(runningServer(folder)).toMatchObject({ pid: parent });
  });
});
