import { PaperClipOutlined } from '@ant-design/icons';
import type { CaseEntry } from '@zhiheng/contract/cases/case';
import { downloadCaseAttachment } from '@zhiheng/contract/cases/cases';
import { useFormat } from '../../../lib/format/use-format.ts';
import styles from './thread.module.css';

const addressOf = (id: string): string => downloadCaseAttachment.path.replace(':id', id);

/** Files of an entry; each is a download and nothing opens in the page. */
export function AttachmentList({ files }: { readonly files: CaseEntry['attachments'] }) {
  const format = useFormat();
  if (files.length === 0) return null;
  return (
    <ul className={styles.files}>
      {files.map(({ id, name, size }) => (
        <li key={id}>
          <a href={addressOf(id)} download={name}>
            <PaperClipOutlined aria-hidden="true" /> {name}
          </a>{' '}
          <span className={styles.kind}>{format.bytes(size)}</span>
        </li>
      ))}
    </ul>
  );
}
