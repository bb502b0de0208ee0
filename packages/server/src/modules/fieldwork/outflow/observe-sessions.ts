import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../../../platform/database/connect.ts';
import { inOrganisation } from '../../../platform/database/in-organisation.ts';
import { systemActor, type Operation } from '../../../platform/operation.ts';
import { ensureIndicator, loadIndicators, replaceObservations, toStored } from '../../measurement/index.ts';

/** Under these sources stands what flows out of sessions; the record key is the id of the session. Those of the demo go with it. */
const sessionSource = 'fieldwork';
const demoSource = 'fieldwork-demo';
const indicatorCode = 'fieldwork_score';
const batchSize = 2_000;
const firstId = '00000000-0000-0000-0000-000000000000';

interface Observed {
  readonly id: string;
  readonly demo: boolean;
  readonly at: Date;
  /** null: the session is not held, or somebody has still to rate it */
  readonly score: number | null;
  readonly service: string | null;
  readonly site: string | null;
  readonly team: string | null;
}

/** Lets the observations of sessions `e` say what their sheets say now. Returns how many it wrote or took back. */
export async function observeSessions(operation: Operation, condition: RawBuilder<unknown>): Promise<number> {
  let changed = 0;
  for (let after: string | undefined = firstId; after !== undefined;) {
    const sessions: Observed[] = await readScores(operation, condition, after);
    for (const demo of [false, true])
      changed += await observe(
        operation,
        sessions.filter((session) => session.demo === demo),
      );
    after = sessions.length === batchSize ? sessions.at(-1)?.id : undefined;
  }
  return changed;
}

/**
 * The score of a session is the mean of all its raters, and it is not known before all have rated: who is still to rate must not read the
 * others' mean from an indicator.
 */
async function readScores({ db, orgId }: Operation, condition: RawBuilder<unknown>, after: string): Promise<Observed[]> {
  const { rows } = await sql<Observed>`
    select e.id, s.demo, e.starts_at as at, coalesce(e.service_id, s.service_id) as service, e.site_id as site, e.team_id as team,
      case when e.state = 'held' and e.deleted_at is null and s.deleted_at is null and h.waiting = 0 then h.score end as score
    from field_session e
    join field_study s on s.org_id = ${orgId} and s.id = e.study_id
    cross join lateral (
      select avg(h.score) filter (where h.state = 'submitted') as score, count(*) filter (where h.state is distinct from 'submitted')::int4 as waiting
      from field_rater r left join field_sheet h on h.org_id = ${orgId} and h.session_id = r.session_id and h.rater_id = r.account_id
      where r.org_id = ${orgId} and r.session_id = e.id
    ) h
    where e.org_id = ${orgId} and e.id > ${after}::uuid and ${condition}
    order by e.id limit ${batchSize}`.execute(db);
  return rows;
}

async function observe(operation: Operation, sessions: readonly Observed[]): Promise<number> {
  if (sessions.length === 0) return 0;
  const scored = sessions.flatMap(({ score, ...session }) => (score === null ? [] : [{ ...session, score }]));
  if (scored.length > 0) await ensureIndicator(operation, sessionIndicator);
  const indicator = (await loadIndicators(operation)).find(({ code }) => code === indicatorCode);
  const keys = sessions.map(({ id }) => id);
  return replaceObservations(operation, {
    ...(sessions[0]?.demo === true ? { source: demoSource, demo: true } : { source: sessionSource }),
    standing: sql`o.record_key = any(${keys}::text[])`,
    by: scored.flatMap(({ id, at, score, service, site, team }) =>
      indicator === undefined
        ? []
        : [
            {
              key: id,
              indicatorId: indicator.id,
              subject: { service, team, site, segment: null },
              at: at.getTime(),
              value: toStored(indicator, score),
              n: 1,
            },
          ],
    ),
  });
}

const sessionIndicator: Parameters<typeof ensureIndicator>[1] = {
  code: indicatorCode,
  name: { zh: '暗访与观察得分', en: 'Fieldwork score' },
  definition: {
    zh: '神秘客户、观察等场次的评分表得分（0–100），一个场次取全部评分人的平均。',
    en: 'Score of the sheets of mystery visits, observations and other sessions (0 to 100); of a session the mean of all its raters.',
  },
  dimension: 'reliability',
  measure: 'number',
  unit: '1',
  decimals: 1,
  direction: 'higher',
};

/** Counts everything anew that the indicator says of sessions; where it is as it should be, nothing is written. */
export const rebuildSessionObservations = (root: Db, orgId: string, now = new Date()): Promise<number> =>
  inOrganisation(root, orgId, (db) => observeSessions({ db, orgId, actor: systemActor, now }, sql`true`));
