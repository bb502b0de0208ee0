import { Modal } from 'antd';
import type { ReactNode } from 'react';
import { m } from '../paraglide/messages.js';

interface Props {
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
  readonly confirmLabel: string;
  readonly pending?: boolean;
  readonly children: ReactNode;
}

/** For what cannot be taken back. What can be taken back is done at once and offers 撤销 in a toast. */
export function ConfirmDialog({ title, open, onClose, onConfirm, confirmLabel, pending = false, children }: Props) {
  return (
    <Modal
      title={title}
      open={open}
      onCancel={onClose}
      onOk={onConfirm}
      width={440}
      destroyOnHidden
      okText={confirmLabel}
      okButtonProps={{ danger: true }}
      cancelText={m.shell_cancel()}
      confirmLoading={pending}
    >
      {children}
    </Modal>
  );
}
