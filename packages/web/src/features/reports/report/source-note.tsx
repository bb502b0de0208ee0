import type { ReportSource } from '@zhiheng/contract/reports/report-document';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { sourceText } from '../report-words.ts';
import styles from '../reports.module.css';

/** Leads to the page and the query behind a sentence or a number. */
export function SourceNote({ source }: { readonly source: ReportSource }) {
  const format = useFormat();
  return (
    <span className={styles.source}>
      <a href={source.href}>{m.reporting_source()}</a>
      <a href={source.query} target="_blank" rel="noreferrer">
        {m.reporting_query()}
      </a>
      <span>{sourceText(source, format)}</span>
    </span>
  );
}
