import { parseText, type Block, type Span } from '../parse-text.rules.ts';

/**
 * The text of an article without its marks, as one pastes it into a letter.
 *
 * @example plainWords('## Check\n\n1. Open **Settings**') // 'Check\n\n1. Open Settings'
 */
export const plainWords = (text: string): string => parseText(text).map(blockWords).join('\n\n');

const spanWords = (span: Span): string => (span.kind === 'link' ? `${span.text} (${span.href})` : span.text);
const lineWords = (spans: readonly Span[]): string => spans.map(spanWords).join('');

function blockWords(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return lineWords(block.spans);
    case 'paragraph':
      return block.lines.map(lineWords).join('\n');
    case 'bullets':
      return block.items.map((item) => `· ${lineWords(item)}`).join('\n');
    case 'steps':
      return block.items.map((item, index) => `${index + 1}. ${lineWords(item)}`).join('\n');
    default:
      return block satisfies never;
  }
}
