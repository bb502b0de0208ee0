import { m } from '../../paraglide/messages.js';
import { holdsWords } from './holds-words.ts';
import type { Preview } from './imports.query.ts';
import styles from './wizard.module.css';

export function PreviewTable({ preview }: { readonly preview: Preview }) {
  return (
    <div className={styles.preview} tabIndex={0} role="group" aria-label={m.imports_step_preview()}>
      <table>
        <thead>
          <tr>
            {preview.columns.map((column) => (
              <th key={column.name} scope="col" title={column.name}>
                {column.name}
                <small>{holdsWords[column.holds]()}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.rows.map((row, index) => (
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
  );
}
