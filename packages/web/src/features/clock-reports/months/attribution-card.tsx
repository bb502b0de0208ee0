import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { ShareBar } from '../../../ui/share-bar.tsx';
import { partyTones } from '../../party/index.ts';
import styles from '../clock-reports.module.css';
import { attributionQuery, type Attribution } from '../reports.query.ts';

interface Props {
  readonly id: string;
  readonly month: string;
  readonly months: readonly string[];
  readonly onMonth: (month: string) => void;
}

/** Whose time the missed promises of a month took. */
export function AttributionCard({ id, month, months, onMonth }: Props) {
  const format = useFormat();
  const query = useQuery(attributionQuery(id, month));
  return (
    <Card
      title={m.reports_cause_title()}
      actions={
        <Select
          aria-label={m.reports_cause_month()}
          value={month}
          options={months.map((value) => ({ value, label: format.period(value) }))}
          onChange={onMonth}
          style={{ minWidth: 130 }}
        />
      }
    >
      <QueryView query={query} isEmpty={({ breaches }) => breaches === 0} empty={{ title: m.reports_cause_none() }}>
        {(data) => <Content data={data} />}
      </QueryView>
    </Card>
  );
}

function Content({ data }: { readonly data: Attribution }) {
  const format = useFormat();
  const { parties, breaches, examined } = data;
  const [most] = parties;
  const parts = parties.map(({ party, kind, name, seconds, lateSeconds }) => ({
    ...{ key: party, label: format.text(name), value: seconds + lateSeconds },
    ...{ text: format.duration(seconds + lateSeconds), tone: partyTones[kind] },
  }));
  const rows = parties.map(({ party, name, seconds, lateSeconds, breaches: held, decisive }) => ({
    key: party,
    cells: [format.text(name), format.duration(seconds), format.duration(lateSeconds), format.number(held), format.number(decisive)],
  }));
  const columns = [
    ...[m.reports_cause_party(), m.reports_cause_until(), m.reports_cause_late()],
    ...[m.reports_cause_held(), m.reports_cause_decisive()],
  ];
  return (
    <div className={styles.cause}>
      {most === undefined ? null : (
        <p>
          {m.reports_cause_finding({
            n: format.number(breaches),
            party: format.text(most.name),
            time: format.duration(most.seconds + most.lateSeconds),
          })}
          {examined < breaches ? ` ${m.reports_cause_examined({ n: format.number(examined) })}` : ''}
        </p>
      )}
      <ShareBar label={m.reports_cause_title()} parts={parts} />
      <PlainTable label={m.reports_cause_title()} columns={columns} rows={rows} />
    </div>
  );
}
