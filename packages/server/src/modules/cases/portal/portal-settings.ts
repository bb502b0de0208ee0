import { randomInt } from 'node:crypto';
import { sql } from 'kysely';
import { caseType } from '@zhiheng/contract/cases/case';
import {
  portalSettings,
  type PortalSettings,
  type getPortalSettings,
  type savePortalSettings as saveEndpoint,
} from '@zhiheng/contract/cases/portal';
import type { RatingRule } from '@zhiheng/contract/cases/ratings';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import { changesBetween } from '../../../platform/changes-between.ts';
import { changedMeanwhile, invalidField } from '../../../platform/errors.ts';
import type { Call, Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { baseOf, type Links } from '../../../platform/http/public-links.ts';

type Saved = Reply<typeof getPortalSettings>;

const usualRule: Omit<RatingRule, 'type'> = { asked: false, delayHours: 1, reminderDays: 3, lowLimit: 2, followUpDays: 3 };

/** What holds before anybody has set anything: closed, and nobody is asked. */
const usual: PortalSettings = {
  open: false,
  types: ['incident', 'request', 'question', 'complaint', 'praise'],
  serviceIds: [],
  intro: { zh: '', en: '' },
  consent: { zh: '', en: '' },
  contactNeeded: true,
  suggests: false,
  anonymous: false,
  ratings: caseType.options.map((type) => ({ type, ...usualRule })),
};

interface Row {
  readonly code: string;
  readonly settings: unknown;
  readonly version: number;
}

async function readRow({ db, orgId }: Pick<Operation, 'db' | 'orgId'>): Promise<Row | null> {
  const { rows } = await sql<Row>`select code, settings, version from case_portal where org_id = ${orgId}`.execute(db);
  return rows[0] ?? null;
}

const settingsIn = (row: Row | null): PortalSettings => (row === null ? usual : portalSettings.parse(row.settings));

export const readPortalSettings = async (operation: Pick<Operation, 'db' | 'orgId'>): Promise<PortalSettings> =>
  settingsIn(await readRow(operation));

/** The rule for a type of case. */
export const ratingRuleOf = ({ ratings }: PortalSettings, type: string): RatingRule | Omit<RatingRule, 'type'> =>
  ratings.find((rule) => rule.type === type) ?? usualRule;

const shown = (links: Links, call: Call, row: Row | null): Saved => ({
  ...settingsIn(row),
  version: row?.version ?? 0,
  url: row === null ? null : `${baseOf(links, call.request)}/p/${row.code}`,
});

export const showPortalSettings =
  (links: Links) =>
  async (call: Call): Promise<Saved> =>
    shown(links, call, await readRow(call));

export const savePortalSettings =
  (links: Links) =>
  async (call: Call, { body }: Parsed<typeof saveEndpoint>): Promise<Saved> => {
    const { version, ...settings } = body;
    await sql`select pg_advisory_xact_lock(hashtextextended(${`portal:${call.orgId}`}, 0))`.execute(call.db);
    const before = await readRow(call);
    if ((before?.version ?? 0) !== version) throw changedMeanwhile();
    await checkSettings(call, settings);
    const row = { code: before?.code ?? newCode(), settings, version: version + 1 };
    await sql`
      insert into case_portal (org_id, code, settings, version, updated_at)
      values (${call.orgId}, ${row.code}, ${JSON.stringify(settings)}, ${row.version}, ${call.now})
      on conflict (org_id) do update set settings = excluded.settings, version = excluded.version, updated_at = excluded.updated_at`.execute(
      call.db,
    );
    const changes = changesBetween(settingsIn(before), settings);
    await recordEvent(call, { type: 'case-portal.changed', entity: { kind: 'case-portal', id: call.orgId }, data: changes });
    return shown(links, call, row);
  };

async function checkSettings({ db, orgId }: Call, { open, types, serviceIds, ratings }: PortalSettings): Promise<void> {
  if (open && types.length === 0) throw invalidField('types', 'required');
  if (new Set(ratings.map(({ type }) => type)).size < ratings.length) throw invalidField('ratings', 'duplicate');
  const { rows } = await sql<{ id: string }>`
    select id from service where org_id = ${orgId} and id = any(${serviceIds}::uuid[]) and deleted_at is null`.execute(db);
  if (rows.length < new Set(serviceIds).size) throw invalidField('serviceIds', 'unknown_service');
}

/** Signs that nobody mistakes for another when the address is read out. */
const signs = 'abcdefghjkmnpqrstuvwxyz23456789';
const newCode = (): string => Array.from({ length: 10 }, () => signs[randomInt(signs.length)]).join('');
