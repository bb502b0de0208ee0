import { getRouteApi, Link } from '@tanstack/react-router';
import { Form, type FormInstance } from 'antd';
import { useState } from 'react';
import { m } from '../../../paraglide/messages.js';
import { PageHeader } from '../../../ui/page-header.tsx';
import { ForbiddenState } from '../../../ui/states.tsx';
import { useMay } from '../../identity/index.ts';
import { useCustomFields } from '../custom/custom-fields.query.ts';
import { emptyCase } from '../fields/case-values.ts';
import type { NewCaseValues } from './new-case-body.ts';
import { NewCaseForm } from './new-case-form.tsx';
import { AnswersCard, RecordedCard } from './suggestion-cards.tsx';
import { useCreateCase } from './use-create-case.ts';

const route = getRouteApi('/app/cases/new');

/** Records what a customer says, on the telephone as at the counter. */
export function NewCasePage() {
  const { channel = 'phone', type = 'incident', customer = null } = route.useSearch();
  const navigate = route.useNavigate();
  const may = useMay();
  const [form] = Form.useForm<NewCaseValues>();
  const fields = useCustomFields();
  const [duplicateOf, setDuplicateOf] = useState<string | null>(null);
  const spoken = useSpoken(form);
  const { create, suggestions } = useCreateCase({ form, fields, duplicateOf, spoken });
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
        beside={
          <>
            <AnswersCard suggestions={suggestions} />
            <RecordedCard {...spoken} duplicateOf={duplicateOf} onDuplicate={setDuplicateOf} />
          </>
        }
      />
    </>
  );
}

/** What has been typed so far, as far as answers and similar cases depend on it. */
function useSpoken(form: FormInstance<NewCaseValues>) {
  const subject = Form.useWatch('subject', form) ?? '';
  const description = Form.useWatch('description', form) ?? '';
  const customerId = Form.useWatch('customerId', form) ?? null;
  const serviceId = Form.useWatch('serviceId', form) ?? null;
  return { text: `${subject}\n${description}`.trim(), customerId, serviceId };
}
