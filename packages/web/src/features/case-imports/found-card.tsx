import type { CaseFilePreview } from '@zhiheng/contract/cases/case-imports';
import { Select } from 'antd';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { Labelled } from '../../ui/labelled.tsx';
import styles from './case-imports.module.css';

interface Props {
  readonly preview: CaseFilePreview;
  readonly onSheet: (sheet: string) => void;
}

/** Where the file comes from, and its first rows. */
export function FoundCard({ preview, onSheet }: Props) {
  const format = useFormat();
  const product = preview.products.find(({ code }) => code === preview.recognised);
  const title = product === undefined ? m.case_imports_not_recognised() : m.case_imports_recognised({ name: format.text(product.name) });
  const found = m.case_imports_found({ rows: format.number(preview.totalRows), cases: format.number(preview.totalCases) });
  return (
    <Card title={title} aside={found}>
      {product === undefined ? <p className={styles.line}>{m.case_imports_not_recognised_text()}</p> : null}
      {preview.sheets.length > 1 ? (
        <div className={styles.fields}>
          <Labelled label={m.case_imports_sheet()}>
            {(id) => (
              <Select
                id={id}
                value={preview.sheet}
                options={preview.sheets.map((sheet) => ({ value: sheet, label: sheet }))}
                onChange={(sheet) => onSheet(sheet ?? '')}
              />
            )}
          </Labelled>
        </div>
      ) : null}
      <div className={styles.preview} tabIndex={0} role="group" aria-label={m.case_imports_first_rows()}>
        <table>
          <thead>
            <tr>
              {preview.columns.map(({ name }) => (
                <th key={name} scope="col" title={name}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.rows.slice(0, 6).map((row, index) => (
              <tr key={index}>
                {row.map((cell, place) => (
                  <td key={place} title={cell}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}
