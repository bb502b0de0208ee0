import type { CaseImport, CaseImportFinding, CaseImportFindingCode } from '@zhiheng/contract/cases/case-imports';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import { StatusBadge, type Tone } from '../../ui/status-badge.tsx';
import styles from './case-imports.module.css';

const codeWordsOf: Readonly<Record<CaseImportFindingCode, () => string>> = {
  malformed_row: m.case_imports_code_malformed_row,
  missing_number: m.case_imports_code_missing_number,
  missing_opening: m.case_imports_code_missing_opening,
  impossible_time: m.case_imports_code_impossible_time,
  future_time: m.case_imports_code_future_time,
  unknown_status: m.case_imports_code_unknown_status,
  unknown_priority: m.case_imports_code_unknown_priority,
  unknown_type: m.case_imports_code_unknown_type,
  unknown_category: m.case_imports_code_unknown_category,
  unknown_service: m.case_imports_code_unknown_service,
  unknown_customer: m.case_imports_code_unknown_customer,
  repeated_number: m.case_imports_code_repeated_number,
  before_opening: m.case_imports_code_before_opening,
  resolution_differs: m.case_imports_code_resolution_differs,
  resolution_in_history_only: m.case_imports_code_resolution_in_history_only,
  resolution_in_column_only: m.case_imports_code_resolution_in_column_only,
  case_updated: m.case_imports_code_case_updated,
  case_changed_here: m.case_imports_code_case_changed_here,
};

const kindFaces: Readonly<Record<CaseImportFinding['kind'], { readonly tone: Tone; readonly word: () => string }>> = {
  refused: { tone: 'bad', word: m.case_imports_kind_refused },
  noted: { tone: 'note', word: m.case_imports_kind_noted },
  difference: { tone: 'near', word: m.case_imports_kind_difference },
  update: { tone: 'note', word: m.case_imports_kind_update },
};

/** What an import met, by kind; each row leads to the cases it speaks of as a file. */
export function FindingsCard({ job }: { readonly job: CaseImport }) {
  const format = useFormat();
  const file = (query: string): string => `/api/v1/case-imports/${job.id}/findings.csv?locale=${format.locale}${query}`;
  if (job.findings.length === 0) {
    return job.state === 'done' ? (
      <Card title={m.case_imports_findings()}>
        <p className={styles.quiet}>{m.case_imports_findings_none()}</p>
      </Card>
    ) : null;
  }
  return (
    <Card
      title={m.case_imports_findings()}
      actions={
        <a href={file('')} download>
          {m.case_imports_findings_download()}
        </a>
      }
    >
      <PlainTable
        label={m.case_imports_findings()}
        columns={[m.case_imports_findings_what(), m.case_imports_findings_n(), m.case_imports_findings_first()]}
        rows={job.findings.map(({ kind, code, n, firstLine }) => ({
          key: code,
          cells: [
            <span key="what" className={styles.finding}>
              <StatusBadge tone={kindFaces[kind].tone}>{kindFaces[kind].word()}</StatusBadge> {codeWordsOf[code]()}
            </span>,
            <a key="n" href={file(`&code=${code}`)} download>
              {format.number(n)}
            </a>,
            m.case_imports_findings_line({ line: format.number(firstLine) }),
          ],
        }))}
      />
    </Card>
  );
}
