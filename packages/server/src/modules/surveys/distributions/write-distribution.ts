import { sql } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type {
  createDistribution as createEndpoint,
  Distribution,
  DistributionSettings,
  listDistributions as listEndpoint,
  renewLink as renewEndpoint,
  saveDistribution as saveEndpoint,
} from '@zhiheng/contract/surveys/distributions';
import { changesBetween, givenFields } from '../../../platform/changes-between.ts';
import { changedMeanwhile, conflict, invalid } from '../../../platform/errors.ts';
import { newId } from '../../../platform/identifier.ts';
import type { Call, Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import type { Links } from '../../../platform/http/public-links.ts';
import { faultsOfWords } from '../invitations/invitation-mail.rules.ts';
import { findSurvey } from '../read-survey.ts';
import { findDistribution, selectDistributions } from './select-distributions.ts';
import { newLink } from './survey-link.ts';
import { hasSharedLink, usualDistribution } from './usual-distribution.ts';

export const listDistributions =
  (links: Links) =>
  async (call: Call, { params }: Pick<Parsed<typeof listEndpoint>, 'params'>): Promise<Reply<typeof listEndpoint>> => {
    await findSurvey(call, params.id);
    return { items: await selectDistributions(call, links, sql`d.survey_id = ${params.id}`) };
  };

export const createDistribution =
  (links: Links) =>
  async (call: Call, { params, body }: Pick<Parsed<typeof createEndpoint>, 'params' | 'body'>): Promise<Distribution> => {
    await findSurvey(call, params.id);
    const { kind, name } = body;
    const settings = { ...usualDistribution, ...givenFields(body.settings) };
    await checkSettings(call, settings);
    const { orgId, now } = call;
    const id = newId();
    const link = hasSharedLink(kind) ? newLink(links.sealer, { orgId, id }) : { token_hash: null, token_sealed: null };
    await call.db
      .insertInto('survey_distribution')
      .values({ org_id: orgId, id, survey_id: params.id, kind, name, settings: JSON.stringify(settings), created_at: now, ...link })
      .execute();
    await recordEvent(call, { type: 'survey-distribution.created', entity: entityOf({ id, name }), data: { kind, surveyId: params.id } });
    return findDistribution(call, links, id);
  };

export const saveDistribution =
  (links: Links) =>
  async (call: Call, { params, body }: Pick<Parsed<typeof saveEndpoint>, 'params' | 'body'>): Promise<Distribution> => {
    const before = await lockDistribution(call, links, params.id);
    if (before.version !== body.version) throw changedMeanwhile();
    const settings = { ...before.settings, ...givenFields(body.settings ?? {}) };
    const { name, active } = { ...before, ...givenFields({ name: body.name, active: body.active }) };
    const changes = {
      ...changesBetween({ name: before.name, active: before.active }, { name, active }),
      ...changesBetween(before.settings, settings),
    };
    if (Object.keys(changes).length === 0) return before;
    await checkSettings(call, settings);
    await sql`
      update survey_distribution set name = ${JSON.stringify(name)}::jsonb, active = ${active}, settings = ${JSON.stringify(settings)}::jsonb,
        version = version + 1 where org_id = ${call.orgId} and id = ${params.id}`.execute(call.db);
    await recordEvent(call, { type: 'survey-distribution.changed', entity: entityOf({ id: params.id, name }), data: changes });
    return findDistribution(call, links, params.id);
  };

/** A new address; the one before leads nowhere from then on. */
export const renewLink =
  (links: Links) =>
  async (call: Call, { params }: Pick<Parsed<typeof renewEndpoint>, 'params'>): Promise<Distribution> => {
    const before = await lockDistribution(call, links, params.id);
    if (!hasSharedLink(before.kind)) throw conflict('no_shared_link');
    const { token_hash, token_sealed } = newLink(links.sealer, { orgId: call.orgId, id: params.id });
    await sql`
      update survey_distribution set token_hash = ${token_hash}, token_sealed = ${token_sealed}, version = version + 1
      where org_id = ${call.orgId} and id = ${params.id}`.execute(call.db);
    await recordEvent(call, { type: 'survey-distribution.changed', entity: entityOf(before), data: { link: 'renewed' } });
    return findDistribution(call, links, params.id);
  };

async function lockDistribution(call: Call, links: Links, id: string): Promise<Distribution> {
  await sql`select from survey_distribution where org_id = ${call.orgId} and id = ${id} for no key update`.execute(call.db);
  return findDistribution(call, links, id);
}

const entityOf = ({ id, name }: Pick<Distribution, 'id' | 'name'>) => ({ kind: 'survey-distribution', id, label: name.zh });

async function checkSettings(operation: Operation, settings: DistributionSettings): Promise<void> {
  const { opensAt, closesAt, hours } = settings;
  const wrong = [
    ...(opensAt !== null && closesAt !== null && Date.parse(closesAt) <= Date.parse(opensAt)
      ? [{ path: 'closesAt', code: 'ends_before_it_begins' }]
      : []),
    ...hours.flatMap(({ from, until }, at) =>
      until > from && until <= '24:00' ? [] : [{ path: `hours.${at}.until`, code: 'ends_before_it_begins' }],
    ),
    ...(['mail', 'reminder'] as const).flatMap((mail) =>
      (settings[mail] === null ? [] : faultsOfWords(settings[mail])).map((fault) => ({ ...fault, path: `${mail}.${fault.path}` })),
    ),
    ...(await missingSubjects(operation, settings)),
  ];
  if (wrong.length > 0) throw invalid(wrong.map((fault) => ({ ...fault, path: `settings.${fault.path}` })));
}

async function missingSubjects({ db, orgId }: Operation, { subject }: DistributionSettings) {
  const { rows } = await sql<{ path: string; table: string }>`
    select path, kind as table from (values
      ('serviceId', 'service', ${subject.serviceId}::uuid, exists (select from service where org_id = ${orgId} and id = ${subject.serviceId}::uuid and deleted_at is null)),
      ('siteId', 'site', ${subject.siteId}::uuid, exists (select from site where org_id = ${orgId} and id = ${subject.siteId}::uuid and deleted_at is null)),
      ('teamId', 'team', ${subject.teamId}::uuid, exists (select from team where org_id = ${orgId} and id = ${subject.teamId}::uuid and deleted_at is null)),
      ('segmentId', 'segment', ${subject.segmentId}::uuid, exists (select from segment where org_id = ${orgId} and id = ${subject.segmentId}::uuid and deleted_at is null))
    ) as named (path, kind, id, there) where id is not null and not there`.execute(db);
  return rows.map(({ path, table }) => ({ path: `subject.${path}`, code: `unknown_${table}` }));
}
