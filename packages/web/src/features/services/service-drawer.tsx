import { useQuery } from '@tanstack/react-query';
import { deleteService, type Service } from '@zhiheng/contract/catalog/services';
import { restoreFromTrash } from '@zhiheng/contract/insight/board';
import { Button, Drawer } from 'antd';
import { call } from '../../lib/call.ts';
import { useFormat } from '../../lib/format/use-format.ts';
import { useDeletion } from '../../lib/use-deletion.ts';
import { m } from '../../paraglide/messages.js';
import { QueryView } from '../../ui/query-view.tsx';
import { useMay } from '../identity/index.ts';
import { ServiceDetail } from './service-detail.tsx';
import { serviceQuery } from './services.query.ts';

interface Props {
  readonly id: string | undefined;
  readonly services: readonly Service[];
  readonly onEdit: () => void;
  readonly onClose: () => void;
}

/** One service, read; the list stays behind it. */
export function ServiceDrawer({ id, services, onEdit, onClose }: Props) {
  const format = useFormat();
  const may = useMay();
  const listed = services.find((service) => service.id === id);
  return (
    <Drawer
      open={id !== undefined}
      onClose={onClose}
      destroyOnHidden
      size={520}
      title={listed === undefined ? m.library_services_title() : format.text(listed.name)}
      extra={listed !== undefined && may('catalog.write') ? <Button onClick={onEdit}>{m.library_services_edit()}</Button> : undefined}
      footer={listed !== undefined && may('catalog.write') ? <ToTrash service={listed} onDone={onClose} /> : undefined}
    >
      {id === undefined ? null : <Content key={id} id={id} services={services} />}
    </Drawer>
  );
}

function Content({ id, services }: { readonly id: string; readonly services: readonly Service[] }) {
  const query = useQuery(serviceQuery(id));
  return <QueryView query={query}>{(service) => <ServiceDetail service={service} services={services} />}</QueryView>;
}

/** Without a question first: what is in the trash comes back by 撤销. */
function ToTrash({ service, onDone }: { readonly service: Service; readonly onDone: () => void }) {
  const format = useFormat();
  const { id } = service;
  const deletion = useDeletion({
    name: format.text(service.name),
    remove: () => call(deleteService, { params: { id } }).then(onDone),
    restore: () => call(restoreFromTrash, { params: { kind: 'service', id } }),
  });
  return (
    <Button danger type="text" loading={deletion.isPending} onClick={() => deletion.mutate()}>
      {m.library_services_trash()}
    </Button>
  );
}
