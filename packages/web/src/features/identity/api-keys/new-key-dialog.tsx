import { Button, Modal } from 'antd';
import { m } from '../../../paraglide/messages.js';
import { CopyOnce } from '../../../ui/copy-once.tsx';
import styles from './new-key-dialog.module.css';

/** The key itself, shown this once, with a first call to try it by. */
export function NewKeyDialog({ apiKey, onClose }: { readonly apiKey: string | null; readonly onClose: () => void }) {
  return (
    <Modal
      open={apiKey !== null}
      onCancel={onClose}
      title={m.admin_key_new_title()}
      footer={
        <Button type="primary" onClick={onClose}>
          {m.admin_link_done()}
        </Button>
      }
      destroyOnHidden
    >
      {apiKey === null ? null : (
        <div className={styles.content}>
          <CopyOnce label={m.admin_key_label()} value={apiKey} />
          <p className={styles.words}>{m.admin_key_try()}</p>
          <pre
            className={styles.example}
            tabIndex={0}
          >{`curl -H "Authorization: Bearer <key>" ${globalThis.location.origin}/api/v1/services`}</pre>
        </div>
      )}
    </Modal>
  );
}
