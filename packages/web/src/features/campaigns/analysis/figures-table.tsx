import type { CampaignFigure } from '@zhiheng/contract/campaigns/results';
import { statusTones, statusWordOf } from '../../../lib/figures/status-words.ts';
import { useFormat, type Format } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { DataTable, type Column } from '../../../ui/data-table.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { TwoLines } from '../../../ui/two-lines.tsx';
import { differenceText, figureText } from '../campaign-words.ts';
import styles from '../campaigns.module.css';

/** Every figure with its n, interval, target, score and the campaign before. */
export function FiguresTable({ figures }: { readonly figures: readonly CampaignFigure[] }) {
  const format = useFormat();
  return <DataTable label={m.campaigns_figures()} columns={columnsFor(format)} rows={figures} rowKey={({ key }) => key} />;
}

const columnsFor = (format: Format): Column<CampaignFigure>[] => [
  {
    ...{ key: 'name', title: m.campaigns_figure(), lead: true, width: '28%' },
    cell: ({ name, source }) => <TwoLines first={format.text(name)} second={format.text(source)} />,
  },
  {
    ...{ key: 'value', title: m.campaigns_value(), align: 'end' },
    cell: (figure) => <TwoLines first={<strong>{valueText(figure, format)}</strong>} second={intervalText(figure, format)} />,
  },
  {
    key: 'n',
    title: 'n',
    align: 'end',
    cell: (figure) => (figure.sufficient ? format.number(figure.n) : m.campaigns_few({ n: format.number(figure.n) })),
  },
  {
    ...{ key: 'target', title: m.campaigns_target(), align: 'end' },
    cell: (figure) => figureText(figure.target, figure, format),
  },
  {
    ...{ key: 'status', title: m.campaigns_state() },
    cell: (figure) => <StatusBadge tone={statusTones[figure.status]}>{statusWordOf(figure)}</StatusBadge>,
  },
  { key: 'score', title: m.campaigns_score(), align: 'end', cell: ({ score }) => (score === null ? '—' : format.number(score, 1)) },
  { key: 'previous', title: m.campaigns_since(), align: 'end', cell: (figure) => <Change figure={figure} /> },
];

const valueText = (figure: CampaignFigure, format: Format): string =>
  figure.value === null ? m.campaigns_not_measured() : figureText(figure.value, figure, format);

const intervalText = (figure: CampaignFigure, format: Format): string =>
  figure.low === null || figure.high === null
    ? ''
    : `${figureText(figure.low, figure, format)} – ${figureText(figure.high, figure, format)}`;

const arrows = { up: '▲', down: '▼', same: '＝' } as const;

/** How far from the campaign before; chance is said in words, the p value stands beside. */
function Change({ figure }: { readonly figure: CampaignFigure }) {
  const format = useFormat();
  const { previous } = figure;
  if (previous === null) return <>—</>;
  const { difference, p } = previous;
  const way = difference > 0 ? 'up' : difference < 0 ? 'down' : 'same';
  return (
    <TwoLines
      first={
        <span className={toneOf(figure, difference)}>
          <span aria-hidden="true">{arrows[way]}</span> {differenceText(difference, figure, format)}
        </span>
      }
      second={p === null ? m.campaigns_untested() : verdictText(p, format)}
    />
  );
}

function verdictText(p: number, format: Format): string {
  const written = p < 0.001 ? 'p < 0.001' : `p = ${format.number(p, 3)}`;
  return p < 0.05 ? m.campaigns_differs({ p: written }) : m.campaigns_alike({ p: written });
}

/** Better or worse only where chance is unlikely. */
function toneOf({ direction, previous }: CampaignFigure, difference: number): string | undefined {
  const isCertain = previous !== null && previous.p !== null && previous.p < 0.05;
  if (!isCertain || direction === 'nominal' || difference === 0) return undefined;
  return difference > 0 === (direction === 'higher') ? styles.better : styles.worse;
}
