import { Link } from '@tanstack/react-router';
import type { Figure } from '@zhiheng/contract/evaluation/scores';
import type { Board, TrendPoint } from '@zhiheng/contract/insight/board';
import { differenceText, writeValue } from '../../lib/figures/format-value.ts';
import { judgeChange } from '../../lib/figures/judge-change.ts';
import { sinceWords } from '../../lib/figures/since-words.ts';
import { statusTones, statusWordOf } from '../../lib/figures/status-words.ts';
import { shortTargetText } from '../../lib/figures/target-text.ts';
import { useFormat, type Format } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { Kpi, type KpiChange } from '../../ui/kpi.tsx';
import { Sparkline } from '../../ui/sparkline.tsx';
import { figureOnPage, MakeFinding } from '../findings/index.ts';
import { filterIn } from '../subjects/index.ts';
import type { BoardSearch } from './board.search.ts';

interface Props {
  readonly figure: Figure;
  readonly trend: readonly TrendPoint[];
  readonly board: Board;
  readonly search: BoardSearch;
}

/** One headline indicator with everything needed to trust it. */
export function HeadlineCard({ figure, trend, board, search }: Props) {
  const format = useFormat();
  const name = format.text(figure.name);
  const written = figure.value === null ? { text: '–', unit: '' } : writeValue(figure, figure.value, format.locale);
  return (
    <Kpi
      label={
        <>
          <Link to="/app/indicators/$code" params={{ code: figure.indicator }} search={{ period: board.period, ...filterIn(search) }}>
            {name}
          </Link>
          <MakeFinding figure={figureOnPage(figure, { period: board.period, filter: filterIn(search), asOf: board.asOf })} />
        </>
      }
      value={written.text}
      {...(written.unit === '' ? {} : { unit: written.unit })}
      status={{ tone: statusTones[figure.status], word: statusWordOf(figure) }}
      change={changeOf(figure, board.period, format)}
      target={
        figure.target === null
          ? m.board_target_none()
          : m.board_target_value({ value: shortTargetText(figure, figure.target, format.locale) })
      }
      evidence={evidenceOf(figure, board.asOf, format)}
      trend={<Sparkline values={trend.map((point) => point.value)} label={`${name} · ${m.board_trend_title_none()}`} />}
    />
  );
}

function changeOf(figure: Figure, period: string, format: Format): KpiChange {
  const change = judgeChange(figure);
  if (change === null) return { direction: 'same', good: null, words: m.board_no_previous() };
  if (change.direction === 'same') return { direction: 'same', good: null, words: m.board_unchanged(), since: sinceWords(period) };
  const words = differenceText(figure, change.difference, { locale: format.locale, points: m.board_points(), unit: false });
  return { direction: change.direction, good: change.good, words, since: sinceWords(period) };
}

function evidenceOf(figure: Figure, asOf: string | null, format: Format): string {
  const few = figure.n > 0 && !figure.sufficient ? [m.board_few_answers()] : [];
  const time = asOf === null ? [] : [m.board_as_of({ time: format.dateTime(asOf) })];
  return [m.board_n_value({ n: format.number(figure.n) }), ...few, ...time].join(' · ');
}
