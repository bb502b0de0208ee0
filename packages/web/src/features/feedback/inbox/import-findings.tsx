import type { Reply } from '@zhiheng/contract/endpoint';
import { feedbackColumn, type FeedbackColumn, type importFeedback } from '@zhiheng/contract/feedback/feedback';
import { Select } from 'antd';
import { useFormat } from '../../../lib/format/use-format.ts';
import { problemEntryWords } from '../../../lib/problem-words.ts';
import { m } from '../../../paraglide/messages.js';
import { FormPair } from '../../../ui/form-pair.tsx';
import { Labelled } from '../../../ui/labelled.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import styles from './feedback-detail.module.css';

type Found = Reply<typeof importFeedback>;

interface Props {
  readonly found: Found;
  readonly onColumns: (columns: Found['columns']) => void;
}

/** What the file would do: which column means what, how many are new, and each bad line with its reason. */
export function ImportFindings({ found, onColumns }: Props) {
  const format = useFormat();
  const { headings, columns, added, unchanged, refused, problems } = found;
  const counts = { added: format.number(added), unchanged: format.number(unchanged), refused: format.number(refused) };
  return (
    <div className={styles.import}>
      <FormPair>
        {feedbackColumn.options.map((column) => (
          <Labelled key={column} label={columnWords[column]()}>
            {(id) => (
              <Select
                id={id}
                allowClear
                placeholder={m.feedback_import_no_column()}
                value={columns[column] ?? null}
                options={headings.map((name) => ({ value: name, label: name }))}
                onChange={(name: string | undefined) => onColumns({ ...columns, [column]: name ?? '' })}
              />
            )}
          </Labelled>
        ))}
      </FormPair>
      <p role="status">
        <strong>{m.feedback_import_counts(counts)}</strong>
      </p>
      {problems.length === 0 ? null : (
        <div className={styles.problems}>
          <PlainTable
            label={m.feedback_import_problems()}
            columns={[m.feedback_import_line(), m.feedback_import_reason(), m.feedback_import_value()]}
            rows={problems.map(({ line, code, value }, index) => ({
              key: String(index),
              cells: [format.number(line), problemEntryWords({ code, params: { what: value } }), value || '—'],
            }))}
          />
        </div>
      )}
    </div>
  );
}

const columnWords = {
  body: m.feedback_column_said,
  title: m.feedback_import_title_column,
  author: m.feedback_author,
  score: m.feedback_score,
  at: m.feedback_column_at,
  key: m.feedback_import_key,
  site: m.feedback_site,
  service: m.feedback_service,
  tags: m.feedback_tags,
} as const satisfies Record<FeedbackColumn, () => string>;
