import { useMutation } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { createCase } from '@zhiheng/contract/cases/cases';
import { Form } from 'antd';
import { call } from '../../../lib/call.ts';
import { showToast } from '../../../lib/toast.ts';
import { m } from '../../../paraglide/messages.js';
import { showFieldProblems } from '../../../ui/form-dialog.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { ForbiddenState } from '../../../ui/states.tsx';
import { useMay } from '../../identity/index.ts';
import { useCustomFields } from '../custom/custom-fields.query.ts';
import { emptyCase } from '../fields/case-values.ts';
import { bodyOf, onlyAsked, type NewCaseValues } from './new-case-body.ts';
import { NewCaseForm } from './new-case-form.tsx';

const route = getRouteApi('/app/cases/new');

/** Records what a customer says, on the telephone as at the counter. */
export function NewCasePage() {
  const { channel = 'phone', type = 'incident', customer = null } = route.useSearch();
  const navigate = route.useNavigate();
  const may = useMay();
  const [form] = Form.useForm<NewCaseValues>();
  const fields = useCustomFields();
  const create = useMutation({
    mutationFn: (values: NewCaseValues) => call(createCase, { body: bodyOf(onlyAsked(values, fields)) }),
    meta: { showsError: true },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: ({ number }) => {
      showToast({ tone: 'good', words: m.cases_new_saved({ number }) });
      void navigate({ to: '/app/cases/$id', params: { id: number } });
    },
  });
  if (!may('cases.write')) return <ForbiddenState />;
  return (
    <>
      <PageHeader
        title={m.cases_new_title()}
        line={channel === 'phone' ? m.cases_new_phone_line() : m.cases_new_line()}
        actions={<Link to="/app/cases">{m.shell_cancel()}</Link>}
      />
      <NewCaseForm
        form={form}
        initialValues={{ ...emptyCase, channel, type, customerId: customer, anonymous: false }}
        pending={create.isPending}
        error={create.error}
        onSubmit={(values) => create.mutate(values)}
        onChannel={(next) => void navigate({ search: (now) => ({ ...now, channel: next }), replace: true })}
      />
    </>
  );
}
