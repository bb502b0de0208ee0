import { sql } from 'kysely';
import type { BlockList } from 'node:net';
import type { Db } from '../../../platform/database/connect.ts';
import { inOrganisation } from '../../../platform/database/in-organisation.ts';
import { systemActor, type Operation } from '../../../platform/operation.ts';
import { look, type Finding } from './look.ts';
import { targetOf, type TargetColumns } from './probe-rows.ts';
import { recordFinding, type Run } from './record-finding.ts';

/** So many services are looked at at the same time by one process. */
const mostAtOnce = 20;

interface Due extends TargetColumns {
  readonly id: string;
  readonly timeoutMs: number;
  readonly at: Date;
}

/** Looks at all services that are due. `now` is when; a turn that finds its places taken leaves the rest to the next one. */
export class ProbeRunner {
  private running = 0;

  constructor(
    private readonly root: Db,
    private readonly allowed: BlockList,
  ) {}

  /** Starts what is due; with `wait` it returns when all of that is recorded. */
  async sweep({ now = new Date(), wait = false } = {}): Promise<void> {
    const { rows } = await sql<{ orgId: string }>`select organisations_with_due_probes(${now}) as "orgId"`.execute(this.root);
    const started: Promise<void>[] = [];
    for (const { orgId } of rows) {
      const due = await claim(this.root, orgId, { now, most: mostAtOnce - this.running });
      started.push(...due.map((one) => this.run(orgId, one)));
    }
    if (wait) await Promise.all(started);
  }

  private async run(orgId: string, { id, timeoutMs, at, ...columns }: Due): Promise<void> {
    this.running += 1;
    try {
      const finding = await look(targetOf(columns), timeoutMs, this.allowed);
      await record(this.root, orgId, { run: { probeId: id, at }, finding });
    } catch (error) {
      // The run is lost and shows as a gap; the next one has its turn.
      process.emitWarning(`a probe could not record its run: ${String(error)}`);
    } finally {
      this.running -= 1;
    }
  }
}

const record = (root: Db, orgId: string, { run, finding }: { run: Run; finding: Finding }): Promise<void> =>
  inOrganisation(root, orgId, (db) => recordFinding({ db, orgId, actor: systemActor, now: new Date() }, run, finding));

/**
 * Takes runs that are due and sets the next moment of each on its grid. Moments that went by without anybody looking are counted as missed:
 * they are not made up for, since nobody knows any more what would have been seen.
 */
async function claim(root: Db, orgId: string, { now, most }: { now: Date; most: number }): Promise<Due[]> {
  if (most <= 0) return [];
  return inOrganisation(root, orgId, async (db) => {
    const { rows } = await sql<Due & { readonly firstMissed: Date | null; readonly intervalSeconds: number }>`
      with due as (
        select p.id, p.next_at, p.interval_seconds, floor(extract(epoch from (${now}::timestamptz - p.next_at)) / p.interval_seconds) as behind
        from probe p where p.org_id = ${orgId} and p.enabled and p.next_at <= ${now} order by p.next_at limit ${most} for no key update skip locked
      )
      update probe p set next_at = to_timestamp((floor(extract(epoch from ${now}::timestamptz) / d.interval_seconds) + 1) * d.interval_seconds)
      from due d where p.org_id = ${orgId} and p.id = d.id
      returning p.id, p.kind, p.address, p.expected_status as "expectedStatus", p.expected_text as "expectedText",
        p.follow_redirects as "followRedirects", p.timeout_ms as "timeoutMs", p.interval_seconds as "intervalSeconds",
        d.next_at + make_interval(secs => d.behind * d.interval_seconds) as at,
        case when d.behind > 0 then d.next_at end as "firstMissed"`.execute(db);
    for (const { id, firstMissed, intervalSeconds, at } of rows) {
      if (firstMissed !== null) await countMissed({ db, orgId }, id, { from: firstMissed, to: at, intervalSeconds });
    }
    return rows.map(({ firstMissed, intervalSeconds, ...due }) => due);
  });
}

interface Missed {
  readonly from: Date;
  readonly to: Date;
  readonly intervalSeconds: number;
}

/** A server that stood still for months need not remember every minute of it. */
const mostMissedDays = 90;

async function countMissed(
  { db, orgId }: Pick<Operation, 'db' | 'orgId'>,
  probeId: string,
  { from, to, intervalSeconds }: Missed,
): Promise<void> {
  const begin = new Date(Math.max(from.getTime(), to.getTime() - mostMissedDays * 86_400_000));
  await sql`insert into probe_day as d (org_id, probe_id, day, missed)
    select ${orgId}, ${probeId}, (at at time zone o.time_zone)::date, count(*)::int4
    from generate_series(${begin}::timestamptz, ${to}::timestamptz - interval '1 millisecond', make_interval(secs => ${intervalSeconds})) at,
      organisation o where o.org_id = ${orgId} group by 3
    on conflict (org_id, probe_id, day) do update set missed = d.missed + excluded.missed`.execute(db);
}
