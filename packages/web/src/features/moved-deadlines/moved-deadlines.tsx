import { useQuery } from '@tanstack/react-query';
import type { ProposedChange } from '@zhiheng/contract/agreements/moved-deadlines';
import { useFormat, type Format } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { PlainTable } from '../../ui/plain-table.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { movedDeadlinesQuery, type Moved } from './moved-deadlines.query.ts';
import styles from './moved-deadlines.module.css';

/** Which open deadlines move when this is published; nothing is saved by asking. */
export function MovedDeadlines({ change }: { readonly change: ProposedChange }) {
  const query = useQuery(movedDeadlinesQuery(change));
  return (
    <section className={styles.moved} aria-label={m.agreements_moved_title()}>
      <h3>{m.agreements_moved_title()}</h3>
      <QueryView query={query} skeleton={<Skeleton rows={2} height={18} />}>
        {(moved) => <Answer moved={moved} />}
      </QueryView>
    </section>
  );
}

function Answer({ moved }: { readonly moved: Moved }) {
  const format = useFormat();
  const { openCases, examined, earlier, later, changed, overdueAtOnce, items } = moved;
  if (openCases === 0) return <p className={styles.quiet}>{m.agreements_moved_no_cases()}</p>;
  const n = (count: number) => format.number(count);
  const seen = m.agreements_moved_examined({ examined: n(examined), open: n(openCases) });
  if (earlier + later + changed === 0) return <p className={styles.quiet}>{m.agreements_moved_none({ seen })}</p>;
  return (
    <>
      <p>{m.agreements_moved_counts({ earlier: n(earlier), later: n(later), changed: n(changed), seen })}</p>
      {overdueAtOnce === 0 ? null : (
        <p className={styles.overdue}>
          <span aria-hidden="true">■</span> {m.agreements_moved_overdue({ n: n(overdueAtOnce) })}
        </p>
      )}
      {items.length === 0 ? null : (
        <PlainTable
          label={m.agreements_moved_title()}
          columns={[m.agreements_moved_case(), m.agreements_moved_before(), m.agreements_moved_after(), m.agreements_moved_by()]}
          rows={items.map((item) => ({ key: `${item.caseId} ${item.agreementName.en} ${item.target}`, cells: cellsOf(item, format) }))}
        />
      )}
    </>
  );
}

function cellsOf({ number, subject, target, before, after, movedBySeconds }: Moved['items'][number], format: Format): string[] {
  const at = (instant: string | null) => (instant === null ? '—' : format.dateTime(instant));
  return [
    `${number} ${subject} · ${m.agreements_target_of({ code: target })}`,
    at(before),
    at(after),
    movedBySeconds === null ? '—' : movedText(movedBySeconds, format),
  ];
}

/** `▶ 推后 2 小时`, `◀ 提前 30 分`. */
const movedText = (seconds: number, format: Format): string =>
  seconds > 0
    ? m.agreements_moved_later({ length: format.duration(seconds) })
    : m.agreements_moved_earlier({ length: format.duration(-seconds) });
