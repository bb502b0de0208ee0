import type { Board } from '@zhiheng/contract/insight/board';
import type { ReactNode } from 'react';
import { plainNumber, valueText, type ValueStyle } from '../../lib/figures/format-value.ts';
import { unitWord } from '../../lib/figures/unit-words.ts';
import type { Format } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import type { DotRow } from '../../ui/dot-plot.tsx';

export type Ranking = NonNullable<Board['ranking']>;
type Slice = Ranking['slices'][number];

export interface RankingStyle {
  readonly value: ValueStyle;
  readonly plain: (value: number) => string;
  readonly floor: number | undefined;
  readonly ceiling: number | undefined;
  /** fewer answers than this are marked */
  readonly minimum: number;
}
interface Reader {
  readonly format: Format;
  readonly link: (id: string, name: string) => ReactNode;
}

export function rankingRows(ranking: Ranking, style: RankingStyle, { format, link }: Reader): DotRow[] {
  return ranking.slices.map((slice) => ({
    id: slice.id,
    name: link(slice.id, format.text(slice.name)),
    value: slice.value,
    interval: slice.interval,
    text: isSufficient(slice, style) ? style.plain(slice.value) : `${style.plain(slice.value)} · ${m.board_few_answers()}`,
    attention: slice.attention,
    sufficient: isSufficient(slice, style),
    spoken: spokenOf(slice, style, format),
  }));
}

const isSufficient = (slice: Slice, style: RankingStyle): boolean => slice.n >= style.minimum;

function spokenOf(slice: Slice, style: RankingStyle, format: Format): string {
  return [
    unitWord(style.value.unit, format.locale),
    m.board_n_value({ n: format.number(slice.n) }),
    ...(slice.interval === null ? [] : [`${m.board_interval()} ${intervalText(slice.interval, style)}`]),
    ...(slice.attention ? [m.board_needs_attention()] : []),
  ].join(', ');
}

const intervalText = ([low, high]: readonly [number, number], style: RankingStyle) => `${style.plain(low)}–${style.plain(high)}`;

export function rankingTable(ranking: Ranking, style: RankingStyle, format: Format) {
  return {
    columns: [m.board_name(), m.board_value(), m.board_n(), m.board_interval(), m.board_needs_attention()],
    rows: ranking.slices.map((slice) => [
      format.text(slice.name),
      valueText(style.value, slice.value, format.locale),
      format.number(slice.n),
      slice.interval === null ? '–' : intervalText(slice.interval, style),
      slice.attention ? '▲' : '',
    ]),
  };
}

/** The ranked indicator is a headline one as a rule; then its decimals are known. */
export function rankingStyle(board: Board, ranking: Ranking, format: Format): RankingStyle {
  const figure = board.headline.find((entry) => entry.figure.indicator === ranking.indicator)?.figure;
  const value = { unit: ranking.unit, measure: figure?.measure ?? ('number' as const), decimals: figure?.decimals ?? 1 };
  const percent = ranking.unit === '%';
  return {
    value,
    plain: (n) => plainNumber(value, n, format.locale),
    floor: percent ? 0 : undefined,
    ceiling: percent ? 100 : undefined,
    minimum: board.scorecard?.settings.minimum_n ?? 30,
  };
}
