import { Link } from '@tanstack/react-router';
import type { Distribution } from '@zhiheng/contract/surveys/distributions';
import { useFormat, type Format } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { DataTable, type Column } from '../../../ui/data-table.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { TwoLines } from '../../../ui/two-lines.tsx';
import { isPersonal, kindFaces } from './kind-words.ts';

interface Props {
  readonly surveyId: string;
  readonly ways: readonly Distribution[];
}

export function DistributionsTable({ surveyId, ways }: Props) {
  const format = useFormat();
  return <DataTable label={m.surveys_tab_distribution()} columns={columnsFor(surveyId, format)} rows={ways} rowKey={({ id }) => id} />;
}

function columnsFor(surveyId: string, format: Format): Column<Distribution>[] {
  return [
    {
      ...{ key: 'name', title: m.surveys_way(), lead: true, width: '34%' },
      cell: ({ id, name, kind }) => (
        <TwoLines
          first={
            <Link to="/app/surveys/$id/distribution" params={{ id: surveyId }} search={{ way: id }}>
              {format.text(name)}
            </Link>
          }
          second={kindFaces[kind].name()}
        />
      ),
    },
    { key: 'state', title: m.surveys_state(), cell: (way) => <WayBadge way={way} /> },
    // Nobody was asked by name where everybody may come.
    { key: 'invited', title: m.surveys_invited(), align: 'end', cell: (way) => (isPersonal(way.kind) ? format.number(way.invited) : '—') },
    { key: 'opened', title: m.surveys_opened(), align: 'end', cell: ({ opened }) => format.number(opened) },
    { key: 'answered', title: m.surveys_answers(), align: 'end', cell: ({ answered }) => format.number(answered) },
    { key: 'rate', title: m.surveys_rate(), align: 'end', cell: (way) => rateWords(way, format) },
  ];
}

/** Of those asked by name; elsewhere of those who opened it. */
function rateWords({ kind, invited, opened, answered }: Distribution, format: Format): string {
  const asked = isPersonal(kind) ? invited : opened;
  return asked === 0 ? '—' : format.percent((100 * answered) / asked);
}

export function WayBadge({ way }: { readonly way: Distribution }) {
  const { closesAt, opensAt } = way.settings;
  const now = new Date().toISOString();
  if (!way.active) return <StatusBadge tone="idle">{m.surveys_way_stopped()}</StatusBadge>;
  if (closesAt !== null && Date.parse(closesAt) <= Date.parse(now)) return <StatusBadge tone="idle">{m.surveys_way_over()}</StatusBadge>;
  if (opensAt !== null && Date.parse(opensAt) > Date.parse(now)) return <StatusBadge tone="near">{m.surveys_way_not_yet()}</StatusBadge>;
  return <StatusBadge tone="good">{m.surveys_way_open()}</StatusBadge>;
}
