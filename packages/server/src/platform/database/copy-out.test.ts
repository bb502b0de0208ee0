import { expect, test } from 'vitest';
import { useTestServer } from '../../testing/test-server.ts';
import { newId } from '../identifier.ts';
import { textOfLetters, type CopiedRows } from './copied-rows.ts';
import { copyOut } from './copy-out.ts';

const server = useTestServer();
const orgId = newId();
const copied = (select: string, spare: CopiedRows | null = null) => copyOut(server.root, { orgId, select, spare });

test('columns of every kind come as they are, and what is not read of a row is passed over', async () => {
  const id = newId();
  const rows = await copied(
    `values (1, '${id}'::uuid, '已解决', 5000000000::int8, '2026-03-02T08:00:00.6Z'::timestamptz), (-2, null, 'open', null, '1999-12-31Z')`,
  );
  expect([rows.length, rows.next(), rows.integer()]).toEqual([2, true, 1]);
  const at = rows.id();
  expect(rows.uuid(at)).toBe(id);
  expect(textOfLetters(rows.letters() ?? '')).toBe('已解决');
  expect([rows.integer(), rows.instant()]).toEqual([5e9, Date.parse('2026-03-02T08:00:01Z') / 1000]);
  expect([rows.next(), rows.integer(), rows.id()]).toEqual([true, -2, -1]);
  expect([rows.is(Buffer.from('open')), rows.integer(), rows.instant()]).toEqual([true, null, Date.parse('1999-12-31') / 1000]);
  expect(rows.next()).toBe(false);

  const passed = await copied(`values (1, 'word'), (2, 'word')`);
  expect([passed.next(), passed.next(), passed.integer(), passed.is(Buffer.from('work'))]).toEqual([true, true, 2, false]);
});

test('ids come in the order of the database', async () => {
  const alike = newId().slice(0, -8);
  const ids = Array.from({ length: 50 }, (_, at) => (at % 2 === 0 ? crypto.randomUUID() : `${alike}${crypto.randomUUID().slice(-8)}`));
  const rows = await copied(`select id from unnest(array['${ids.join("','")}']::uuid[]) id order by id`);
  const places = Array.from({ length: rows.length }, () => (rows.next() ? rows.id() : -1));
  expect(places.map((at) => rows.uuid(at))).toEqual(ids.toSorted());
  expect(places.slice(1).every((at, before) => rows.compareIds(at, rows, places[before]!) > 0)).toBe(true);
  expect(rows.compareIds(places[7]!, rows, places[7]!)).toBe(0);
});

test('many rows grow beyond the memory at hand, which the next copy uses again', async () => {
  const sumOf = (rows: CopiedRows): number => {
    let sum = 0;
    while (rows.next()) sum += rows.integer() ?? NaN;
    return sum;
  };
  const many = await copied(`select n, repeat('x', 50) from generate_series(1, 50000) n`);
  expect([many.length, sumOf(many)]).toEqual([50_000, 1_250_025_000]);
  const few = await copied('select n from generate_series(1, 3) n', many);
  expect([few.length, sumOf(few), few.memory === many.memory]).toEqual([3, 6, true]);
  expect((await copied('select 1 where false', few)).next()).toBe(false);
});

test('warnings between the rows are no rows', async () => {
  const rows = await copied('select n, pg_cancel_backend(2147483647) from generate_series(1, 3) n');
  const read = Array.from({ length: rows.length }, () => [rows.next(), rows.integer()]);
  expect([...read, rows.next()]).toEqual([[true, 1], [true, 2], [true, 3], false]);
});

test('a copy that fails on the way says why, and the connections serve on', async () => {
  for (let times = 0; times < 20; times++)
    await expect(copied('select 1 / (30000 - n) from generate_series(1, 40000) n')).rejects.toThrow('division by zero');
  const rows = await copied('select 7');
  expect([rows.next(), rows.integer()]).toEqual([true, 7]);
});
