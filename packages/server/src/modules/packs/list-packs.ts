import { sql } from 'kysely';
import type { PackContent } from '@zhiheng/contract/packs/pack-file';
import type { PackSummary } from '@zhiheng/contract/packs/packs';
import type { Operation } from '../../platform/operation.ts';
import { shippedPacks } from './shipped-packs.ts';

/** Shipped packs and those that the organisation brought itself, with what is installed. */
export const listPacksFrom =
  (packsFolder: string) =>
  async (operation: Operation): Promise<{ items: PackSummary[] }> => {
    const installed = new Map((await readInstalled(operation)).map((pack) => [pack.code, pack]));
    const shipped = shippedPacks(packsFolder).map((content): PackSummary => {
      const summary = summaryOf(content);
      const known = installed.get(summary.code);
      installed.delete(summary.code);
      return { ...summary, installedVersion: known?.version ?? null, demoLoaded: known?.demoLoaded ?? false };
    });
    const own = [...installed.values()].map((pack): PackSummary => ({ ...pack, installedVersion: pack.version }));
    return { items: [...shipped, ...own] };
  };

export function summaryOf(content: PackContent): Omit<PackSummary, 'installedVersion' | 'demoLoaded'> {
  const { pack, name, description, version } = content['pack.yaml'];
  const services = content['services.yaml'].services.length;
  const indicators = content['indicators.yaml'].indicators.length;
  return { code: pack, name, description, version, services, indicators, demoProblem: content['demo.yaml']?.problem.title ?? null };
}

type InstalledPack = Omit<PackSummary, 'installedVersion'>;

async function readInstalled({ db, orgId }: Operation): Promise<InstalledPack[]> {
  const { rows } = await sql<InstalledPack>`
    select p.code, p.name, p.description, p.version, p.demo_loaded_at is not null as "demoLoaded", p.demo->'problem'->'title' as "demoProblem",
      (select count(*) from service s where s.org_id = ${orgId} and s.pack = p.code and s.deleted_at is null) as services,
      (select count(*) from indicator i where i.org_id = ${orgId} and i.pack = p.code and i.deleted_at is null) as indicators
    from installed_pack p where p.org_id = ${orgId} order by p.code`.execute(db);
  return rows;
}
