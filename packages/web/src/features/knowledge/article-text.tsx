import type { Locale } from '@zhiheng/contract/values/text';
import { languageTag } from './article-words.tsx';
import styles from './article-text.module.css';
import { parseText, type Block, type Span } from './parse-text.rules.ts';

interface Props {
  readonly text: string;
  readonly locale: Locale;
}

/** The text of an article, at a width that can be read. */
export function ArticleText({ text, locale }: Props) {
  return (
    <div className={styles.text} lang={languageTag[locale]}>
      {parseText(text).map((block, place) => (
        <BlockView key={place} block={block} />
      ))}
    </div>
  );
}

function BlockView({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'heading': {
      const Heading = block.level === 2 ? 'h2' : 'h3';
      return <Heading>{block.spans.map(spanView)}</Heading>;
    }
    case 'paragraph':
      return (
        <p>
          {block.lines.map((line, place) => (
            <span key={place} className={styles.line}>
              {line.map(spanView)}
            </span>
          ))}
        </p>
      );
    case 'bullets':
      return <ul>{block.items.map(itemView)}</ul>;
    case 'steps':
      return <ol>{block.items.map(itemView)}</ol>;
    default:
      return block satisfies never;
  }
}

const itemView = (spans: readonly Span[], place: number) => <li key={place}>{spans.map(spanView)}</li>;

function spanView(span: Span, place: number) {
  switch (span.kind) {
    case 'text':
      return <span key={place}>{span.text}</span>;
    case 'strong':
      return <strong key={place}>{span.text}</strong>;
    case 'code':
      return <code key={place}>{span.text}</code>;
    case 'link':
      return (
        <a key={place} href={span.href} target="_blank" rel="noopener noreferrer" className={styles.link}>
          {span.text}
        </a>
      );
    default:
      return span satisfies never;
  }
}
