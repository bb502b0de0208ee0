import type { ReportRow } from '@zhiheng/contract/reports/reports';
import { useFormat } from '../../../lib/format/use-format.ts';
import styles from '../reports.module.css';

/** The files of a report to download, each with its size. */
export function FileLinks({ report: { id, files } }: { readonly report: Pick<ReportRow, 'id' | 'files'> }) {
  const format = useFormat();
  if (files.length === 0) return <>—</>;
  return (
    <span className={styles.files}>
      {files.map((file) => (
        <a key={file.format} href={`/api/v1/reports/${id}/files/${file.format}`} download={file.name}>
          {file.format.toUpperCase()} <span className={styles.grey}>{format.bytes(file.size)}</span>
        </a>
      ))}
    </span>
  );
}
