import type { ScoreNode } from '@zhiheng/contract/evaluation/scores';
import type { Attention, Board } from '@zhiheng/contract/insight/board';
import { valueText, type ValueStyle } from '../../lib/figures/format-value.ts';
import type { Format } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';

export interface AttentionWords {
  readonly title: string;
  readonly detail: string;
}

interface Reader {
  readonly name: string;
  readonly slice: string;
  readonly value: (key: string) => string;
  readonly count: (key: string) => string;
  readonly period: (key: string) => string;
  readonly has: (key: string) => boolean;
}

const sentences: Readonly<Record<Attention['kind'], (read: Reader) => AttentionWords>> = {
  missed: (read) => ({ title: m.board_attention_missed(read), detail: against(read) }),
  near: (read) => ({ title: m.board_attention_near(read), detail: against(read) }),
  worsened: (read) => ({
    title: m.board_attention_worsened(read),
    detail: m.board_attention_worsened_detail({ value: read.value('value'), previous: read.value('previous') }),
  }),
  no_data: silence,
  few_answers: (read) => ({
    title: m.board_attention_few_answers(read),
    detail: m.board_attention_few_answers_detail({ n: read.count('n'), needed: read.count('needed') }),
  }),
  quarantine: (read) => ({
    title: m.board_attention_quarantine({ rows: read.count('rows') }),
    detail: m.board_attention_quarantine_detail(),
  }),
  collection_overdue: (read) => ({
    title: m.board_attention_overdue(read),
    detail: m.board_attention_overdue_detail({ period: read.period('period'), missing: read.count('missing') }),
  }),
  slice_missed: (read) => ({ title: m.board_attention_slice_missed(read), detail: `${read.slice} · ${against(read)}` }),
};

/** What happened in one sentence, and the figures behind it. */
export function attentionWords(item: Attention, board: Board, format: Format): AttentionWords {
  return sentences[item.kind](readerOf(item, styleOf(item, board), format));
}

function against(read: Reader): string {
  const value = read.value('value');
  return read.has('target') ? m.board_attention_against({ value, target: read.value('target') }) : value;
}

function silence(read: Reader): AttentionWords {
  if (read.has('count'))
    return {
      title: m.board_attention_never({ count: read.count('count') }),
      detail: m.board_attention_never_detail({ of: read.count('of') }),
    };
  return { title: m.board_attention_no_data(read), detail: m.board_attention_no_data_detail({ period: read.period('lastSeen') }) };
}

function readerOf({ name, slice, params }: Attention, style: ValueStyle, format: Format): Reader {
  const number = (key: string) => (typeof params[key] === 'number' ? params[key] : null);
  const written = (key: string, write: (value: number) => string) => {
    const value = number(key);
    return value === null ? '–' : write(value);
  };
  return {
    name: format.text(name),
    slice: slice === null ? '' : format.text(slice),
    value: (key) => written(key, (value) => valueText(style, value, format.locale)),
    count: (key) => written(key, (value) => format.number(value)),
    period: (key) => (typeof params[key] === 'string' ? format.period(params[key]) : '–'),
    has: (key) => number(key) !== null,
  };
}

/** How the indicator writes its values, from the scorecard; else from what the line itself says. */
function styleOf({ indicator, params }: Attention, board: Board): ValueStyle {
  const figure = board.index === null || indicator === null ? undefined : figureIn(board.index.root, indicator);
  if (figure !== undefined) return figure;
  const unit = typeof params['unit'] === 'string' ? params['unit'] : '1';
  return { unit, measure: 'number', decimals: typeof params['decimals'] === 'number' ? params['decimals'] : 1 };
}

function figureIn(node: ScoreNode, indicator: string): ScoreNode['figure'] {
  if (node.figure?.indicator === indicator) return node.figure;
  for (const child of node.children) {
    const found = figureIn(child, indicator);
    if (found !== undefined) return found;
  }
  return undefined;
}
