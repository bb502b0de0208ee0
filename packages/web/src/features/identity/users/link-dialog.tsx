import { Button, Modal } from 'antd';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { CopyOnce } from '../../../ui/copy-once.tsx';
import { QrCode } from '../../../ui/qr-code.tsx';

export interface HandedLink {
  readonly url: string;
  readonly expiresAt: string;
  readonly kind: 'invite' | 'reset';
  readonly name: string;
}

/** A private link, shown once; there is no mail server, the administrator hands it on. */
export function LinkDialog({ link, onClose }: { readonly link: HandedLink | null; readonly onClose: () => void }) {
  const format = useFormat();
  return (
    <Modal
      open={link !== null}
      onCancel={onClose}
      title={link?.kind === 'reset' ? m.admin_link_reset_title() : m.admin_link_invite_title()}
      footer={
        <Button type="primary" onClick={onClose}>
          {m.admin_link_done()}
        </Button>
      }
      destroyOnHidden
    >
      {link === null ? null : (
        <div style={{ display: 'grid', gap: 12 }}>
          <p>{m.admin_link_words({ name: link.name, until: format.dateTime(link.expiresAt) })}</p>
          <CopyOnce label={m.admin_link_label()} value={link.url} />
          <QrCode value={link.url} title={m.admin_link_qr({ name: link.name })} />
        </div>
      )}
    </Modal>
  );
}
