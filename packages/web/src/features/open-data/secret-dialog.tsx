import { Button, Modal } from 'antd';
import { m } from '../../paraglide/messages.js';
import { CopyOnce } from '../../ui/copy-once.tsx';

/** The secret itself, shown this once, with how it is used. */
export function SecretDialog({ secret, onClose }: { readonly secret: string | null; readonly onClose: () => void }) {
  const close = (
    <Button type="primary" onClick={onClose}>
      {m.open_data_close()}
    </Button>
  );
  return (
    <Modal title={m.open_data_secret_title()} open={secret !== null} onCancel={onClose} footer={close} destroyOnHidden>
      {secret === null ? null : <CopyOnce label={m.open_data_secret_title()} value={secret} />}
      <p>{m.open_data_secret_words()}</p>
      <code>HMAC-SHA256(secret, t + &quot;.&quot; + body)</code>
    </Modal>
  );
}
