import { sql } from 'kysely';
import type { z } from 'zod';
import { packSurveys, type PackSurvey } from '@zhiheng/contract/packs/pack-surveys';
import type { SurveySettings } from '@zhiheng/contract/surveys/surveys';
import type { Operation } from '../../platform/operation.ts';
import { countDecisions, planInstall, type PackPart, type PlannedRow, type StandingRow } from '../../platform/pack-part.ts';
import { recordEvents } from '../../platform/record-event.ts';
import { findInstrument } from './instruments/read-instruments.ts';
import { usualSettings } from './settle-settings.ts';
import { entityOf } from './survey-rows.ts';

type Reader = Pick<Operation, 'db' | 'orgId'>;

/** `surveys.yaml`: ready instruments for the services of the trade. Each begins as a draft; a later load changes its name and settings only. */
export const surveysPackPart = (instrumentsFolder: string): PackPart<'surveys.yaml', z.infer<typeof packSurveys>> => ({
  kind: 'surveys.yaml',
  schema: packSurveys,
  async install(operation, pack, content) {
    const plan = planInstall(pack, await readStanding(operation), content.surveys);
    const codes = plan.write.length === 0 ? nothing : await readCodes(operation);
    for (const row of plan.write) await write(operation, { pack, codes, instrumentsFolder }, row);
    await recordEvents(
      operation,
      plan.write.map(({ id, decision, content: { name, code } }) => ({
        type: decision === 'added' ? ('survey.created' as const) : ('survey.changed' as const),
        entity: entityOf({ id, name }),
        data: { pack, code },
      })),
    );
    return countDecisions(plan.decisions.values());
  },
  /** Surveys that follow no instrument go from house to house as files of their own. */
  async export(operation) {
    const standing = await readStanding(operation);
    return { surveys: standing.flatMap(({ deleted, content }) => (deleted || content.instrument === '' ? [] : [content])) };
  },
});

interface Codes {
  readonly services: ReadonlyMap<string, string>;
  readonly indicators: ReadonlyMap<string, string>;
}
const nothing: Codes = { services: new Map(), indicators: new Map() };

async function readCodes({ db, orgId }: Reader): Promise<Codes> {
  const idsOf = async (table: 'service' | 'indicator') => {
    const rows = await db.selectFrom(table).select(['code', 'id']).where('org_id', '=', orgId).where('deleted_at', 'is', null).execute();
    return new Map(rows.map(({ code, id }) => [code, id]));
  };
  return { services: await idsOf('service'), indicators: await idsOf('indicator') };
}

interface Source {
  readonly pack: string;
  readonly codes: Codes;
  readonly instrumentsFolder: string;
}

async function write({ db, orgId, now }: Operation, source: Source, { id, hash, content }: PlannedRow<PackSurvey>): Promise<void> {
  const { form } = findInstrument(source.instrumentsFolder, content.instrument);
  const settings = settingsOf(content, source.codes);
  await sql`
    insert into survey (org_id, id, code, name, instrument, form, settings, service_id, pack, pack_hash, created_at, updated_at)
    values (${orgId}, ${id}, ${content.code}, ${JSON.stringify(content.name)}::jsonb, ${content.instrument}, ${JSON.stringify(form)}::jsonb,
      ${JSON.stringify(settings)}::jsonb, ${settings.serviceId}::uuid, ${source.pack}, ${hash}, ${now}, ${now})
    on conflict (org_id, id) do update set name = excluded.name, settings = survey.settings || excluded.settings,
      service_id = excluded.service_id, pack_hash = excluded.pack_hash, version = survey.version + 1, updated_at = excluded.updated_at`.execute(
    db,
  );
}

function settingsOf({ service, minimum_group, fatigue_days, outflows, follow_ups }: PackSurvey, codes: Codes): SurveySettings {
  return {
    ...usualSettings,
    serviceId: service === null ? null : (codes.services.get(service) ?? null),
    minimumGroup: minimum_group,
    fatigueDays: fatigue_days,
    outflows: outflows.flatMap(({ indicator, ...flow }) => {
      const indicatorId = codes.indicators.get(indicator);
      return indicatorId === undefined ? [] : [{ ...flow, indicatorId }];
    }),
    followUps: follow_ups.map(({ measure, at_most, hours }) => ({ measure, atMost: at_most, hours, ownerId: null })),
  };
}

interface Row extends Pick<PackSurvey, 'code' | 'name'> {
  readonly id: string;
  readonly pack: string | null;
  readonly packHash: string | null;
  readonly deleted: boolean;
  readonly instrument: string | null;
  readonly service: string | null;
  readonly settings: SurveySettings;
  readonly indicators: Readonly<Record<string, string>>;
}

async function readStanding({ db, orgId }: Reader): Promise<StandingRow<PackSurvey>[]> {
  const { rows } = await sql<Row>`
    select s.id, s.code, s.name, s.pack, s.pack_hash as "packHash", s.deleted_at is not null as deleted, s.instrument, v.code as service, s.settings,
      coalesce((select jsonb_object_agg(i.id, i.code) from indicator i
        where i.org_id = ${orgId} and i.id::text in (select o ->> 'indicatorId' from jsonb_array_elements(s.settings -> 'outflows') o)), '{}') as indicators
    from survey s left join service v on v.org_id = ${orgId} and v.id = s.service_id and v.deleted_at is null
    where s.org_id = ${orgId} and not s.demo order by s.code`.execute(db);
  return rows.map(({ id, pack, packHash, deleted, ...row }) => ({ id, pack, packHash, deleted, content: contentOf(row) }));
}

function contentOf({
  code,
  name,
  instrument,
  service,
  settings,
  indicators,
}: Omit<Row, 'id' | 'pack' | 'packHash' | 'deleted'>): PackSurvey {
  return {
    code,
    name,
    instrument: instrument ?? '',
    service,
    minimum_group: settings.minimumGroup,
    fatigue_days: settings.fatigueDays,
    outflows: settings.outflows.flatMap(({ indicatorId, measure, part }) => {
      const indicator = indicators[indicatorId];
      return indicator === undefined ? [] : [{ measure, part, indicator }];
    }),
    follow_ups: settings.followUps.map(({ measure, atMost, hours }) => ({ measure, at_most: atMost, hours })),
  };
}
