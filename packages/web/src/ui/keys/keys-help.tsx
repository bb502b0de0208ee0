import { Modal } from 'antd';
import { m } from '../../paraglide/messages.js';
import styles from './keys-help.module.css';

export interface KeyWords {
  readonly keys: readonly string[];
  readonly words: string;
}

interface Props {
  readonly open: boolean;
  readonly keys: readonly KeyWords[];
  readonly onClose: () => void;
}

/** What the keys do. */
export function KeysHelp({ open, keys, onClose }: Props) {
  return (
    <Modal title={m.cases_keys()} open={open} onCancel={onClose} footer={null} width={420} destroyOnHidden>
      <table className={styles.table}>
        <tbody>
          {keys.map((line) => (
            <tr key={line.words}>
              <th scope="row">
                {line.keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </th>
              <td>{line.words}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Modal>
  );
}
