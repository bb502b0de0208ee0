import { Link } from '@tanstack/react-router';
import type { ResponseRow } from '@zhiheng/contract/surveys/responses';
import type { Survey } from '@zhiheng/contract/surveys/surveys';
import { Checkbox } from 'antd';
import { useFormat, type Format } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { DataTable, type Column } from '../../../ui/data-table.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { TwoLines } from '../../../ui/two-lines.tsx';
import { useMay } from '../../identity/index.ts';
import { kindFaces } from '../distribute/kind-words.ts';
import { scoreOptions } from '../settings/score-options.ts';
import { flagWords, verdictFaces } from './flag-words.ts';

interface Props {
  readonly survey: Survey;
  readonly rows: readonly ResponseRow[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}

// More would not fit beside the rest.
const shownScores = 2;

export function ResponsesTable({ survey, rows, chosen, onChoose }: Props) {
  const format = useFormat();
  const may = useMay();
  const toggle = (id: string, on: boolean) => onChoose(new Set(on ? [...chosen, id] : [...chosen].filter((each) => each !== id)));
  const choice: Column<ResponseRow> = {
    ...{ key: 'choose', title: m.surveys_choose(), quiet: true, width: '40px' },
    cell: ({ id, at }) => (
      <Checkbox
        aria-label={m.surveys_choose_one({ at: format.dateTime(at) })}
        checked={chosen.has(id)}
        onChange={(event) => toggle(id, event.target.checked)}
      />
    ),
  };
  const columns = [...(may('surveys.write') ? [choice] : []), ...columnsFor(survey, format)];
  return <DataTable label={m.surveys_tab_responses()} columns={columns} rows={rows} rowKey={({ id }) => id} />;
}

function columnsFor(survey: Survey, format: Format): Column<ResponseRow>[] {
  const scores = scoreOptions(survey.form, format.locale)
    .filter(({ part }) => part === null)
    .slice(0, shownScores);
  return [
    {
      ...{ key: 'at', title: m.surveys_answered_at(), lead: true },
      cell: ({ id, at, customerName }) => (
        <TwoLines
          first={
            <Link to="/app/surveys/$id/responses" params={{ id: survey.id }} search={(now) => ({ ...now, open: id })}>
              {format.dateTime(at)}
            </Link>
          }
          second={customerName ?? ''}
        />
      ),
    },
    { key: 'via', title: m.surveys_way(), cell: ({ via }) => viaWords(via) },
    { key: 'version', title: m.surveys_version(), align: 'end', cell: ({ versionNumber }) => format.number(versionNumber) },
    {
      key: 'seconds',
      title: m.surveys_seconds(),
      align: 'end',
      cell: ({ seconds }) => (seconds === null ? '—' : format.duration(seconds)),
    },
    ...scores.map(({ measure, label }): Column<ResponseRow> => ({
      ...{ key: measure, title: label, align: 'end' },
      cell: (row) => scoreWords(row.scores[measure], format),
    })),
    {
      key: 'flags',
      title: m.surveys_flags(),
      cell: ({ flags }) => (flags.length === 0 ? '—' : format.list(flags.map((flag) => flagWords[flag]()))),
    },
    { key: 'verdict', title: m.surveys_verdict(), cell: (row) => <VerdictBadge row={row} /> },
  ];
}

export const viaWords = (via: ResponseRow['via']): string => (via === 'import' ? m.surveys_via_import() : kindFaces[via].name());

const scoreWords = (score: number | undefined, format: Format): string =>
  score === undefined ? '—' : format.number(score, Number.isInteger(score) ? 0 : 2);

export function VerdictBadge({ row }: { readonly row: ResponseRow }) {
  if (row.state === 'screened-out') return <StatusBadge tone="idle">{m.surveys_screened_out()}</StatusBadge>;
  const { tone, word } = verdictFaces[row.verdict];
  return <StatusBadge tone={row.verdict === 'unjudged' && row.flags.length > 0 ? 'near' : tone}>{word()}</StatusBadge>;
}
