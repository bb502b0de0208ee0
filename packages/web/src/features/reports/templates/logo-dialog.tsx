import { useQueryClient } from '@tanstack/react-query';
import { setReportLogo, type ReportTemplate } from '@zhiheng/contract/reports/templates';
import { Modal } from 'antd';
import { call } from '../../../lib/call.ts';
import { m } from '../../../paraglide/messages.js';
import { FileDrop } from '../../../ui/file-drop.tsx';
import { templatesQuery } from '../reports.query.ts';

interface Props {
  readonly template: ReportTemplate;
  readonly onClose: () => void;
}

export function LogoDialog({ template: { id, name }, onClose }: Props) {
  const queries = useQueryClient();
  const upload = (file: File) => {
    const body = new FormData();
    body.append('file', file);
    return call(setReportLogo, { params: { id }, body });
  };
  const done = () => {
    void queries.invalidateQueries({ queryKey: templatesQuery.queryKey });
    onClose();
  };
  return (
    <Modal title={m.reporting_logo_of({ name })} open onCancel={onClose} footer={null} width={520} destroyOnHidden>
      <FileDrop
        accepted={['.png', '.jpg', '.jpeg']}
        hint={m.reporting_logo_hint()}
        wrongKind={m.reporting_logo_wrong()}
        mostMegabytes={2}
        upload={upload}
        onUploaded={done}
      />
    </Modal>
  );
}
