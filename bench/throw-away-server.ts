import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LocalText } from '@zhiheng/contract/values/text';
import { readConfig } from '../packages/server/src/platform/config.ts';
import { openDatabase, openPool, type Db } from '../packages/server/src/platform/database/connect.ts';
import { inOrganisation } from '../packages/server/src/platform/database/in-organisation.ts';
import { openDatabaseServer } from '../packages/server/src/platform/database/open.ts';
import type { Logins } from '../packages/server/src/platform/database/provision.ts';
import { newId } from '../packages/server/src/platform/identifier.ts';
import { readSecrets } from '../packages/server/src/platform/installation.ts';
import { systemActor, type Operation } from '../packages/server/src/platform/operation.ts';

export interface ThrowAway {
  readonly root: Db;
  readonly logins: Logins;
  readonly folder: string;
  close(): Promise<void>;
}

/** A database as the product starts it (fsync on), in a temporary folder. */
export async function throwAwayDatabase(): Promise<ThrowAway> {
  const folder = mkdtempSync(join(tmpdir(), 'zhiheng-bench-'));
  const config = readConfig({ ZHIHENG_DATA: folder }, process.cwd());
  const database = await openDatabaseServer(config, readSecrets(folder), async () => undefined);
  const root = openDatabase(openPool(database.logins.app, 8));
  return {
    root,
    logins: database.logins,
    folder,
    async close() {
      await root.destroy();
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const inside = <T>(root: Db, orgId: string, work: (operation: Operation) => Promise<T>): Promise<T> =>
  inOrganisation(root, orgId, (db) => work({ db, orgId, actor: systemActor, now: new Date() }));

export interface Series {
  readonly orgId: string;
  readonly indicators: readonly { readonly id: string; readonly code: string }[];
  readonly subjects: readonly { readonly id: string; readonly service: string; readonly site: string }[];
}

const named = (text: string): string => JSON.stringify({ zh: text, en: text } satisfies LocalText);

/** An organisation with `indicators` indicators of durations, `services` services and `sites` sites, every pair a subject. */
export async function buildSeries(root: Db, size: { indicators: number; services: number; sites: number }): Promise<Series> {
  const orgId = newId();
  return inside(root, orgId, async ({ db }) => {
    await db.insertInto('organisation').values({ org_id: orgId, name: 'Bench', time_zone: 'Asia/Shanghai' }).execute();
    const indicators = Array.from({ length: size.indicators }, (_, i) => ({
      id: newId(),
      code: `indicator_${String.fromCharCode(97 + (i % 26))}${i}`,
    }));
    const texts = {
      definition: named('x'),
      dimension: 'responsiveness',
      perspective: 'technical',
      period: 'month',
      unit: 'min',
      decimals: 0,
      direction: 'lower',
    };
    for (const [i, { id, code }] of indicators.entries()) {
      const row = { org_id: orgId, id, code, name: named(code), measure: 'duration', aggregate: i % 4 === 0 ? 'p95' : 'mean', ...texts };
      await db.insertInto('indicator').values(row).execute();
      const limits = { version: 1, valid_from: '2000-01-01', target: 30, warning: 60, critical: 120 };
      await db
        .insertInto('indicator_limits')
        .values({ org_id: orgId, indicator_id: id, ...limits })
        .execute();
    }
    const services = Array.from({ length: size.services }, (_, i) => ({
      org_id: orgId,
      id: newId(),
      code: `service-${i}`,
      name: named(`Service ${i}`),
      type: 'x',
      description: named('x'),
    }));
    const sites = Array.from({ length: size.sites }, (_, i) => ({
      org_id: orgId,
      id: newId(),
      code: `site-${i}`,
      name: named(`Site ${i}`),
    }));
    await db.insertInto('service').values(services).execute();
    await db.insertInto('site').values(sites).execute();
    const subjects = services.flatMap((s) =>
      sites.map((site) => ({ id: newId(), service: s.code, site: site.code, service_id: s.id, site_id: site.id })),
    );
    await db
      .insertInto('subject')
      .values(subjects.map(({ id, service_id, site_id }) => ({ org_id: orgId, id, service_id, site_id })))
      .execute();
    const leaf = (i: { code: string }) => ({ code: i.code.replaceAll('_', '-'), weight: 1, indicator: i.code });
    const half = indicators.length / 2;
    const tree = [
      { code: 'speed', name: { zh: '速度', en: 'Speed' }, weight: 60, children: indicators.slice(0, half).map(leaf) },
      { code: 'care', name: { zh: '细致', en: 'Care' }, weight: 40, children: indicators.slice(half).map(leaf) },
    ];
    const settings = {
      at_critical: 0,
      at_warning: 60,
      at_target: 100,
      grades: { excellent: 90, good: 80, fair: 70, poor: 60 },
      minimum_coverage: 0.8,
      minimum_n: 30,
    };
    const card = {
      org_id: orgId,
      id: newId(),
      code: 'quality',
      name: named('Quality'),
      description: named('x'),
      headline: indicators.slice(0, 4).map((i) => i.code),
    };
    await db
      .insertInto('scorecard')
      .values({ ...card, settings: JSON.stringify(settings), tree: JSON.stringify(tree) })
      .execute();
    return { orgId, indicators, subjects };
  });
}

/** Fixed pseudo-random numbers in (0, 1). */
export function sequence(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

export const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
export const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(share * values.length) - 1)] ?? NaN;
