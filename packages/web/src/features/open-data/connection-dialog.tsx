import type { BiConnection } from '@zhiheng/contract/open-data/bi-logins';
import { Button, Modal } from 'antd';
import { m } from '../../paraglide/messages.js';
import { CopyOnce } from '../../ui/copy-once.tsx';
import { FactTable } from '../../ui/fact-table.tsx';

/** How a tool connects; the password is shown this once. */
export function ConnectionDialog({ connection, onClose }: { readonly connection: BiConnection | null; readonly onClose: () => void }) {
  const close = (
    <Button type="primary" onClick={onClose}>
      {m.open_data_close()}
    </Button>
  );
  return (
    <Modal title={m.open_data_connection_title()} open={connection !== null} onCancel={onClose} footer={close} destroyOnHidden width={600}>
      {connection === null ? null : (
        <>
          <FactTable
            label={m.open_data_connection_title()}
            rows={[
              [m.open_data_server(), connection.host === null ? m.open_data_server_local() : `${connection.host}:${connection.port}`],
              [m.open_data_database(), connection.database],
              [m.open_data_schema(), 'open_data'],
              [m.open_data_login(), connection.login.login],
            ]}
          />
          <CopyOnce label={m.open_data_password()} value={connection.password} />
        </>
      )}
    </Modal>
  );
}
