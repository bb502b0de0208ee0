import { sql } from 'kysely';
import type { z } from 'zod';
import { packArticles, type PackArticle } from '@zhiheng/contract/packs/pack-articles';
import type { Operation } from '../../platform/operation.ts';
import { countDecisions, planInstall, type PackPart, type PlannedRow, type StandingRow } from '../../platform/pack-part.ts';
import { recordEvents } from '../../platform/record-event.ts';
import { writeArticle } from './write-article.ts';

/** `articles.yaml`: knowledge articles of the trade, published at once. */
export const articlesPackPart: PackPart<'articles.yaml', z.infer<typeof packArticles>> = {
  kind: 'articles.yaml',
  schema: packArticles,
  async install(operation, pack, content) {
    const wanted = content.articles.map((article) => ({
      ...article,
      services: article.services.toSorted(),
      categories: article.categories.toSorted(),
    }));
    const plan = planInstall(pack, await readStanding(operation), wanted);
    const places = plan.write.length === 0 ? nowhere : await readPlaces(operation);
    for (const row of plan.write) await write(operation, { pack, places }, row);
    await recordEvents(
      operation,
      plan.write.map(({ id, decision, content: { title, code } }) => ({
        type: decision === 'added' ? ('article.created' as const) : ('article.changed' as const),
        entity: { kind: 'article', id, label: title.zh },
        data: { pack, code },
      })),
    );
    return countDecisions(plan.decisions.values());
  },
  /** Articles of one language, and those that are drafts or retired, are no part of a pack. */
  async export(operation) {
    const rows = (await readStanding(operation)).filter((row) => !row.deleted && row.inUse);
    return { articles: rows.map(({ content }) => content) };
  },
};

interface Places {
  readonly services: ReadonlyMap<string, string>;
  readonly categories: ReadonlyMap<string, string>;
}
const nowhere: Places = { services: new Map(), categories: new Map() };

async function readPlaces({ db, orgId }: Operation): Promise<Places> {
  const { rows } = await sql<{ kind: string; code: string; id: string }>`
    select 'service' as kind, code, id from service where org_id = ${orgId} and deleted_at is null
    union all select 'category', code, id from case_category where org_id = ${orgId} and deleted_at is null`.execute(db);
  const of = (wanted: string) => new Map(rows.filter(({ kind }) => kind === wanted).map(({ code, id }) => [code, id]));
  return { services: of('service'), categories: of('category') };
}

interface Standing extends StandingRow<PackArticle> {
  readonly version: number;
  readonly inUse: boolean;
}

/** An article that people wrote has no code: in a file it goes by its identifier. */
async function readStanding({ db, orgId }: Pick<Operation, 'db' | 'orgId'>): Promise<Standing[]> {
  const { rows } = await sql<Standing>`
    select a.id, a.pack, a.pack_hash as "packHash", a.deleted_at is not null as deleted, a.version,
      a.state = 'published' and not '' in (a.title ->> 'zh', a.title ->> 'en', a.body ->> 'zh', a.body ->> 'en') as "inUse",
      jsonb_build_object('code', coalesce(a.code, 'article-' || a.id), 'title', a.title, 'body', a.body, 'keywords', a.keywords,
        'services', coalesce((select jsonb_agg(s.code order by s.code collate "C") from service s
          where s.org_id = ${orgId} and s.id = any(a.service_ids) and s.deleted_at is null), '[]'::jsonb),
        'categories', coalesce((select jsonb_agg(k.code order by k.code collate "C") from case_category k
          where k.org_id = ${orgId} and k.id = any(a.category_ids) and k.deleted_at is null), '[]'::jsonb)) as content
    from article a where a.org_id = ${orgId} order by 1`.execute(db);
  return rows;
}

interface Source {
  readonly pack: string;
  readonly places: Places;
}

async function write(operation: Operation, { pack, places }: Source, { id, hash, content }: PlannedRow<PackArticle>): Promise<void> {
  const { db, orgId } = operation;
  const idsOf = (codes: readonly string[], ids: ReadonlyMap<string, string>): string[] => codes.flatMap((code) => ids.get(code) ?? []);
  const { rows } = await sql<{ version: number }>`select version from article where org_id = ${orgId} and id = ${id}`.execute(db);
  const { code, title, body, keywords } = content;
  const place = { serviceIds: idsOf(content.services, places.services), categoryIds: idsOf(content.categories, places.categories) };
  const version = (rows[0]?.version ?? 0) + 1;
  await writeArticle(operation, { id, title, body, keywords: [...keywords], ...place, state: 'published', reviewOn: null, version });
  await sql`update article set code = ${code}, pack = ${pack}, pack_hash = ${hash} where org_id = ${orgId} and id = ${id}`.execute(db);
}
