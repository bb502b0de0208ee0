import { sql, type RawBuilder } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { FieldResults, getFieldResults as endpoint } from '@zhiheng/contract/fieldwork/results';
import type { FieldStudy } from '@zhiheng/contract/fieldwork/studies';
import type { Form } from '@zhiheng/forms/definition';
import { houseDay } from '../../../platform/database/house-day.ts';
import { invalidField } from '../../../platform/errors.ts';
import type { Call } from '../../../platform/operation.ts';
import { scoreMeasure } from '../studies/guide-faults.rules.ts';
import { newestGuide } from '../studies/guide-of-study.ts';
import { findStudy } from '../studies/read-study.ts';
import { comparedWith, figureOf, valuesOf } from './figures.rules.ts';
import { itemsOf, joinOf, nameOfField, ratingAt, scorePartsOf } from './guide-parts.rules.ts';
import { previousPeriod } from './previous-period.rules.ts';
import { ofStudy, readRated, type RatedSession } from './rated-sessions.ts';

type Query = Parsed<typeof endpoint>['query'];

export async function readResults(call: Call, { params, query }: Pick<Parsed<typeof endpoint>, 'params' | 'query'>): Promise<FieldResults> {
  if (query.from !== undefined && query.until !== undefined && query.until < query.from)
    throw invalidField('until', 'until_before_first_day');
  const study = await findStudy(call, params.id);
  const guide = await newestGuide(call, study.id);
  const { sessions, hidden } = await readRated(call, sql`${ofStudy(study.id)} and ${within(call, query)}`);
  const previous = await readPrevious(call, study, query);
  const both = { now: sessions, before: previous?.sessions ?? null };
  return {
    funnel: { wanted: study.wanted, ...(await readFunnel(call, study.id, query)) },
    previous: previous?.shown ?? null,
    ...(guide === null ? { score: null, measures: [], items: [] } : partsOf(guide.form, both)),
    ...placesOf(both),
    months: monthsOf(sessions),
    hidden,
  };
}

/** Sessions `e` of a period and a place. */
function within({ orgId }: Call, { from, until, siteId, teamId, serviceId }: Query): RawBuilder<unknown> {
  const day = sql`(e.starts_at at time zone (select z.time_zone from organisation z where z.org_id = ${orgId}))::date`;
  const conditions = [
    sql`true`,
    ...(from === undefined ? [] : [sql`${day} >= ${from}::date`]),
    ...(until === undefined ? [] : [sql`${day} <= ${until}::date`]),
    ...(siteId === undefined ? [] : [sql`e.site_id = ${siteId}::uuid`]),
    ...(teamId === undefined ? [] : [sql`e.team_id = ${teamId}::uuid`]),
    ...(serviceId === undefined ? [] : [sql`coalesce(e.service_id, s.service_id) = ${serviceId}::uuid`]),
  ];
  return sql.join(conditions, sql` and `);
}

interface Previous {
  readonly sessions: readonly RatedSession[];
  readonly shown: NonNullable<FieldResults['previous']>;
}

/** With a beginning the days before it, else the study that this one was copied from. */
async function readPrevious(call: Call, study: FieldStudy, query: Query): Promise<Previous | null> {
  if (query.from !== undefined) {
    const days = previousPeriod(query.from, query.until ?? (await houseDay(call, call.now)));
    const { sessions } = await readRated(call, sql`${ofStudy(study.id)} and ${within(call, { ...query, ...days })}`);
    return { sessions, shown: { kind: 'period', ...days, name: null } };
  }
  if (study.previousId === null || study.previousName === null) return null;
  const { from: _from, until: _until, ...place } = query;
  const { sessions } = await readRated(call, sql`${ofStudy(study.previousId)} and ${within(call, place)}`);
  return { sessions, shown: { kind: 'study', from: null, until: null, name: study.previousName } };
}

type Funnel = Omit<FieldResults['funnel'], 'wanted'>;

/** How many sessions there are says nothing of what is in them, so that everybody sees all. */
async function readFunnel(call: Call, studyId: string, query: Query): Promise<Funnel> {
  const { db, orgId } = call;
  const raters = sql`field_rater r where r.org_id = ${orgId} and r.session_id = e.id`;
  const { rows } = await sql<Funnel>`
    select count(*) filter (where e.state = 'planned')::int4 as planned, count(*) filter (where e.state = 'held')::int4 as held,
      count(*) filter (where e.state = 'cancelled')::int4 as cancelled,
      coalesce(sum((select count(*) from ${raters})) filter (where e.state = 'held'), 0)::int4 as "sheetsExpected",
      coalesce(sum((select count(*) from ${raters} and exists (select from field_sheet h where h.org_id = ${orgId} and h.session_id = e.id
        and h.rater_id = r.account_id and h.state = 'submitted'))) filter (where e.state = 'held'), 0)::int4 as "sheetsSubmitted"
    from field_session e join field_study s on s.org_id = ${orgId} and s.id = e.study_id
    where e.org_id = ${orgId} and e.deleted_at is null and ${ofStudy(studyId)} and ${within(call, query)}`.execute(db);
  return rows[0] ?? { planned: 0, held: 0, cancelled: 0, sheetsExpected: 0, sheetsSubmitted: 0 };
}

interface NowAndBefore {
  readonly now: readonly RatedSession[];
  readonly before: readonly RatedSession[] | null;
}

/** What an older guide asked in the same way is counted with the newest. */
function partsOf(form: Form, { now, before }: NowAndBefore): Pick<FieldResults, 'score' | 'measures' | 'items'> {
  const compare = (isJoined: (session: RatedSession) => boolean, valueOf: Parameters<typeof valuesOf>[1]) =>
    comparedWith(valuesOf(now.filter(isJoined), valueOf), before === null ? null : valuesOf(before.filter(isJoined), valueOf));
  return {
    score:
      scoreMeasure(form) === null
        ? null
        : compare(
            () => true,
            ({ score }) => score,
          ),
    measures: scorePartsOf(form).map(({ key, part, kind, name }) => {
      const measure = key.split('.')[0] ?? key;
      return {
        key,
        part,
        kind,
        name,
        ...compare(
          (session) => joinOf(session.form, form).measures.has(measure),
          ({ scores }) => scores[key] ?? null,
        ),
      };
    }),
    items: itemsOf(form).flatMap((item) => {
      if (item.kind !== 'scale') return [];
      const numberOf = ({ answers }: RatedSession['sheets'][number]) => Number(ratingAt(answers, item) ?? Number.NaN);
      const { min, max } = item;
      const compared = compare(
        (session) => joinOf(session.form, form).fields.has(item.key),
        (sheet) => (Number.isNaN(numberOf(sheet)) ? null : numberOf(sheet)),
      );
      return [{ key: item.key, name: nameOfField(form, item), min, max, ...compared }];
    }),
  };
}

function placesOf(both: NowAndBefore): Pick<FieldResults, 'sites' | 'teams' | 'services'> {
  return {
    sites: groupsOf(both, ({ siteId: id, siteName: name }) => ({ id, name })),
    teams: groupsOf(both, ({ teamId: id, teamName: name }) => ({ id, name })),
    services: groupsOf(both, ({ serviceId: id, serviceName: name }) => ({ id, name })),
  };
}

type Group = FieldResults['sites'][number];

/** The lowest first; those of whom nothing is known last. */
function groupsOf({ now, before }: NowAndBefore, groupOf: (session: RatedSession) => Pick<Group, 'id' | 'name'>): Group[] {
  const groups = new Map(now.map((session) => [groupOf(session).id, groupOf(session)]));
  const scores = (sessions: readonly RatedSession[], id: string | null) =>
    valuesOf(
      sessions.filter((session) => groupOf(session).id === id),
      ({ score }) => score,
    );
  return [...groups.values()]
    .map((group) => ({ ...group, ...comparedWith(scores(now, group.id), before === null ? null : scores(before, group.id)) }))
    .filter(({ figure }) => figure.n > 0)
    .toSorted((a, b) => Number(a.id === null) - Number(b.id === null) || (a.figure.mean ?? 0) - (b.figure.mean ?? 0));
}

const monthsOf = (sessions: readonly RatedSession[]): FieldResults['months'] =>
  [...new Set(sessions.map(({ month }) => month))].toSorted().map((month) => ({
    month,
    figure: figureOf(
      valuesOf(
        sessions.filter((session) => session.month === month),
        ({ score }) => score,
      ),
    ),
  }));
