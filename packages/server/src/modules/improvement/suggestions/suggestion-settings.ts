import { randomInt } from 'node:crypto';
import { sql } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type {
  getSuggestionSettings,
  saveSuggestionSettings as saveEndpoint,
  SuggestionSettings,
} from '@zhiheng/contract/improvement/suggestions';
import { changesBetween } from '../../../platform/changes-between.ts';
import { changedMeanwhile } from '../../../platform/errors.ts';
import { baseOf, type Links } from '../../../platform/http/public-links.ts';
import type { Call, Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';

type Saved = Reply<typeof getSuggestionSettings>;
type Urls = Pick<Links, 'publicUrl'>;
interface Row {
  readonly code: string;
  readonly settings: SuggestionSettings;
  readonly version: number;
}

const usual: SuggestionSettings = { leaderboard: true, public: false, intro: { zh: '', en: '' } };

async function readRow({ db, orgId }: Pick<Operation, 'db' | 'orgId'>): Promise<Row | null> {
  const { rows } = await sql<Row>`select code, settings, version from suggestion_setting where org_id = ${orgId}`.execute(db);
  return rows[0] ?? null;
}

export const readSettings = async (operation: Pick<Operation, 'db' | 'orgId'>): Promise<SuggestionSettings> =>
  (await readRow(operation))?.settings ?? usual;

const shown = (links: Urls, { request }: Call, row: Row | null): Saved => ({
  ...(row?.settings ?? usual),
  version: row?.version ?? 0,
  url: row?.settings.public === true ? `${baseOf(links, request)}/p/s/${row.code}` : null,
});

export const showSuggestionSettings =
  (links: Urls) =>
  async (call: Call): Promise<Saved> =>
    shown(links, call, await readRow(call));

export const saveSuggestionSettings =
  (links: Urls) =>
  async (call: Call, { body: { version, ...settings } }: Pick<Parsed<typeof saveEndpoint>, 'body'>): Promise<Saved> => {
    const { db, orgId, now } = call;
    await sql`select pg_advisory_xact_lock(hashtextextended(${`suggestions:${orgId}`}, 0))`.execute(db);
    const before = await readRow(call);
    if ((before?.version ?? 0) !== version) throw changedMeanwhile();
    const row = { code: before?.code ?? newCode(), settings, version: version + 1 };
    await sql`
      insert into suggestion_setting (org_id, code, settings, version, updated_at)
      values (${orgId}, ${row.code}, ${JSON.stringify(settings)}::jsonb, ${row.version}, ${now})
      on conflict (org_id) do update set settings = excluded.settings, version = excluded.version, updated_at = excluded.updated_at`.execute(
      db,
    );
    const entity = { kind: 'organisation', id: orgId };
    await recordEvent(call, { type: 'suggestion-settings.changed', entity, data: changesBetween(before?.settings ?? usual, settings) });
    return shown(links, call, row);
  };

/** Without signs that are taken for one another. */
const signs = 'abcdefghjkmnpqrstuvwxyz23456789';
const newCode = (): string => Array.from({ length: 10 }, () => signs[randomInt(signs.length)]).join('');
