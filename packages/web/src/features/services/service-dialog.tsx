import { useMutation } from '@tanstack/react-query';
import type { Service } from '@zhiheng/contract/catalog/services';
import { Form } from 'antd';
import { useState } from 'react';
import { statusOf } from '../../lib/problem-words.ts';
import { useFormat } from '../../lib/format/use-format.ts';
import { showToast } from '../../lib/toast.ts';
import { m } from '../../paraglide/messages.js';
import { FormDialog, showFieldProblems } from '../../ui/form-dialog.tsx';
import { newestOf, saveService } from './save-service.ts';
import { ServiceFields } from './service-fields.tsx';
import styles from './service-dialog.module.css';
import { emptyService, valuesOf, type ServiceValues } from './service-values.ts';

interface Props {
  readonly open: 'this' | 'new' | undefined;
  /** the service to edit */
  readonly id: string | undefined;
  readonly services: readonly Service[];
  /** with the id of what was saved */
  readonly onClose: (saved?: string) => void;
}

export function ServiceDialog({ open, id, services, onClose }: Props) {
  const service = open === 'this' ? services.find((candidate) => candidate.id === id) : undefined;
  if (open === undefined || (open === 'this' && service === undefined)) return null;
  return <OpenDialog key={service?.id ?? 'new'} service={service} services={services} onClose={onClose} />;
}

interface OpenProps extends Omit<Props, 'open' | 'id'> {
  readonly service: Service | undefined;
}

function OpenDialog({ service, services, onClose }: OpenProps) {
  const format = useFormat();
  const [form] = Form.useForm<ServiceValues>();
  // The version that was read when the form was opened; another one after somebody else saved first.
  const [base, setBase] = useState(service);
  const [overtaken, setOvertaken] = useState(false);
  const save = useMutation({
    mutationFn: (values: ServiceValues) => saveService(values, base),
    meta: { showsError: true },
    onError: async (error) => {
      if (base === undefined || statusOf(error) !== 409) return showFieldProblems(form, error);
      const newest = await newestOf(base.id);
      setBase(newest);
      setOvertaken(true);
      takeOver(form, newest);
    },
    onSuccess: (saved) => {
      const words = { name: format.text(saved.name) };
      showToast({ tone: 'good', words: service === undefined ? m.library_services_created(words) : m.library_services_saved(words) });
      onClose(saved.id);
    },
  });
  return (
    <FormDialog
      title={service === undefined ? m.library_services_new() : m.library_services_edit()}
      open
      width={760}
      onClose={() => onClose()}
      form={form}
      initialValues={service === undefined ? emptyService : valuesOf(service)}
      onSubmit={(values) => save.mutate(values)}
      pending={save.isPending}
      error={overtaken && statusOf(save.error) === 409 ? null : save.error}
      submitLabel={m.library_save()}
    >
      {overtaken && base !== undefined ? (
        <p role="alert" className={styles.overtaken}>
          <span aria-hidden="true">▲</span> {m.library_services_conflict({ name: format.text(base.name) })}
        </p>
      ) : null}
      <ServiceFields service={service} services={services} />
    </FormDialog>
  );
}

/** Fields that were left alone show what somebody else saved; what was typed here stays. */
function takeOver(form: ReturnType<typeof Form.useForm<ServiceValues>>[0], newest: Service): void {
  const values = valuesOf(newest);
  const untouched = Object.entries(values).filter(
    ([field]) => !form.isFieldTouched(field as keyof ServiceValues) && !isGroupTouched(form, field),
  );
  form.setFieldsValue(Object.fromEntries(untouched));
}

const isGroupTouched = (form: ReturnType<typeof Form.useForm<ServiceValues>>[0], field: string): boolean =>
  ['name', 'description', 'customers'].includes(field) &&
  (['zh', 'en'] as const).some((locale) => form.isFieldTouched([field as 'name', locale]));
