import type { ReportBlock, ReportDocument, ReportSection, ReportSentence } from '@zhiheng/contract/reports/report-document';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import styles from '../reports.module.css';
import { BlockView } from './block-view.tsx';
import { SourceNote } from './source-note.tsx';

/** The sections of a report; under each sentence where it comes from. */
export function DocumentView({ document }: { readonly document: ReportDocument }) {
  const format = useFormat();
  const line = [
    document.organisation,
    format.period(document.period),
    format.text(document.scope),
    m.reporting_as_of({ time: format.dateTime(document.asOf) }),
  ];
  return (
    <article className={styles.stack} aria-label={format.text(document.title)}>
      <p className={styles.grey}>{line.join(' · ')}</p>
      {document.sections.map((section) => (
        <SectionCard key={section.key} section={section} />
      ))}
    </article>
  );
}

function SectionCard({ section: { chapter, title, sentences, blocks } }: { readonly section: ReportSection }) {
  const format = useFormat();
  // The table of a chart is behind the chart.
  const shown = blocks.filter((block: ReportBlock) => block.kind !== 'table' || !block.detail);
  return (
    <Card>
      {/* No landmark: several sections may bear one title. */}
      <div className={styles.head}>
        <h2>{format.text(title)}</h2>
        {chapter === null ? null : <span className={styles.grey}>{format.text(chapter)}</span>}
      </div>
      <ul className={styles.sentences}>
        {sentences.map((sentence) => (
          <Sentence key={sentence.text.zh} sentence={sentence} />
        ))}
      </ul>
      {shown.map((block, at) => (
        <BlockView key={at} block={block} />
      ))}
    </Card>
  );
}

function Sentence({ sentence: { text, tone, source } }: { readonly sentence: ReportSentence }) {
  const format = useFormat();
  return (
    <li className={styles[tone]}>
      <span>{format.text(text)}</span>
      <SourceNote source={source} />
    </li>
  );
}
