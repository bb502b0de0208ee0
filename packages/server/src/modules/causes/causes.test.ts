import { expect, test } from 'vitest';
import { treeFlaws } from '@zhiheng/contract/causes/cause-tree';
import * as api from '@zhiheng/contract/causes/causes';
import { getFinding } from '@zhiheng/contract/findings/findings';
import { listTrash, restoreFromTrash, search } from '@zhiheng/contract/insight/board';
import { newId } from '../../platform/identifier.ts';
import { eventsOf } from '../../testing/read-events.ts';
import { newOrganisation } from '../../testing/sign-in.ts';
import { useTestServer } from '../../testing/test-server.ts';
import { beginAnalysis, node } from './causes.factory.ts';

const server = useTestServer();

test('an analysis begins with the problem of its finding, which is then being analysed', async () => {
  const org = await newOrganisation(server);
  const analysis = await beginAnalysis(org);
  expect(analysis.tree).toEqual([node('problem', null, { text: 'Waits are long (five-whys)' })]);
  expect(analysis).toMatchObject({ method: 'five-whys', causes: 0, states: {}, version: 1 });
  expect((await org.call(getFinding, { params: { id: analysis.findingId } })).state).toBe('analysing');
  const lost = await org.refusal(api.createAnalysis, { body: { findingId: newId(), method: 'fishbone' } });
  expect(lost.status).toBe(404);
});

test('a tree is saved whole, the second who saves is told, and the log says what came and went', async () => {
  const org = await newOrganisation(server);
  const { id, tree } = await beginAnalysis(org);
  const params = { id };
  const grown = [...tree, node('why', 'problem', { text: '人手不足' }), node('why2', 'why')];
  const saved = await org.call(api.saveTree, { params, body: { version: 1, tree: grown } });
  expect(saved).toMatchObject({ version: 2, causes: 2, states: { why: 'open', why2: 'open' } });
  expect((await org.refusal(api.saveTree, { params, body: { version: 1, tree } })).code).toBe('changed_meanwhile');
  await org.call(api.saveTree, { params, body: { version: 2, tree: [...tree, node('why', 'problem', { text: '派错' })] } });
  const changes = (await eventsOf(org, 'cause-analysis.changed')).map(({ data }) => data);
  expect(changes).toEqual([
    { added: ['人手不足', 'why2'], removed: [], renamed: [] },
    { added: [], removed: ['why2'], renamed: [{ from: '人手不足', to: '派错' }] },
  ]);
});

test('a tree hangs together and fits its method', () => {
  const root = node('r', null);
  const codes = (...args: Parameters<typeof treeFlaws>) => treeFlaws(...args).map(({ at, code }) => `${at} ${code}`);
  expect(codes('five-whys', [node('a', 'b')])).toEqual(['0 root_missing']);
  expect(codes('five-whys', [root, node('a', 'r'), node('a', 'r')])).toEqual(['2 node_twice']);
  expect(codes('five-whys', [root, node('s', null)])).toEqual(['1 root_twice']);
  expect(codes('five-whys', [root, node('a', 'lost')])).toEqual(['1 parent_unknown']);
  expect(codes('five-whys', [root, node('a', 'b'), node('b', 'a')])).toEqual(['1 cause_too_deep', '2 cause_too_deep']);
  expect(codes('fishbone', [root, node('a', 'r')])).toEqual(['1 kind_needed']);
  expect(codes('fishbone', [root, node('a', 'r', { kind: 'people' }), node('b', 'a', { kind: 'people' })])).toEqual(['2 kind_not_here']);
  expect(codes('fault-tree', [root, node('a', 'r')])).toEqual(['0 gate_needed']);
  const top = node('r', null, { gate: 'or' });
  expect(codes('fault-tree', [top, node('a', 'r', { event: 'A', probability: 0.1 })])).toEqual([]);
  expect(codes('fault-tree', [top, node('a', 'r', { gate: 'and' })])).toEqual(['1 gate_not_here']);
  expect(codes('five-whys', [root, node('a', 'r', { probability: 0.1 })])).toEqual(['1 event_not_here']);
});

test('a tree that does not fit is refused with its place, and nothing is saved', async () => {
  const org = await newOrganisation(server);
  const { id, tree } = await beginAnalysis(org, 'fishbone');
  const refused = await org.refusal(api.saveTree, { params: { id }, body: { version: 1, tree: [...tree, node('a', 'problem')] } });
  expect(refused.errors).toMatchObject([{ path: 'tree.1', code: 'kind_needed' }]);
  expect(await org.call(api.getAnalysis, { params: { id } })).toMatchObject({ version: 1, tree });
});

test('found by its words, put away and taken out; others see nothing of it', async () => {
  const org = await newOrganisation(server);
  const { id, title } = await beginAnalysis(org);
  await beginAnalysis(org, 'fault-tree');
  const found = async (query: object) => (await org.call(api.listAnalyses, { query })).items.map(({ method }) => method);
  expect(await found({})).toEqual(['fault-tree', 'five-whys']);
  expect(await found({ q: 'five' })).toEqual(['five-whys']);
  expect(await found({ method: 'fault-tree' })).toEqual(['fault-tree']);
  expect((await org.call(search, { query: { q: title } })).items.map(({ kind }) => kind)).toContain('cause-analysis');
  await org.call(api.deleteAnalysis, { params: { id } });
  expect(await found({})).toEqual(['fault-tree']);
  expect((await org.call(listTrash)).items).toMatchObject([{ kind: 'cause-analysis', id }]);
  await org.call(restoreFromTrash, { params: { kind: 'cause-analysis', id } });
  expect(await found({})).toHaveLength(2);
  const other = await newOrganisation(server);
  expect((await other.refusal(api.getAnalysis, { params: { id } })).status).toBe(404);
});
