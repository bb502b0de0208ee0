import { useMutation } from '@tanstack/react-query';
import { setTeamCapacities, type TeamCapacity } from '@zhiheng/contract/findings/priority';
import { Button, Form, InputNumber } from 'antd';
import { useState } from 'react';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { FactTable } from '../../../ui/fact-table.tsx';
import { FormDialog, showFieldProblems } from '../../../ui/form-dialog.tsx';
import { useMay } from '../../identity/index.ts';
import { usePartOptions } from '../../subjects/index.ts';
import styles from '../findings.module.css';

/** What teams have free for improvement in a month. */
export function CapacityCard({ capacities }: { readonly capacities: readonly TeamCapacity[] }) {
  const may = useMay();
  const format = useFormat();
  const [open, setOpen] = useState(false);
  return (
    <Card
      title={m.findings_capacity()}
      actions={may('findings.write') ? <Button onClick={() => setOpen(true)}>{m.findings_capacity_edit()}</Button> : undefined}
    >
      {capacities.length === 0 ? (
        <p className={styles.grey}>{m.findings_capacity_none()}</p>
      ) : (
        <FactTable
          label={m.findings_capacity()}
          rows={capacities.map(({ team, hours }) => [format.text(team), m.findings_capacity_hours({ n: format.number(hours) })])}
        />
      )}
      {open ? <CapacityDialog capacities={capacities} onClose={() => setOpen(false)} /> : null}
    </Card>
  );
}

type Values = Readonly<Record<string, number | null>>;

function CapacityDialog({ capacities, onClose }: { readonly capacities: readonly TeamCapacity[]; readonly onClose: () => void }) {
  const [form] = Form.useForm<Values>();
  const format = useFormat();
  const { team: teams } = usePartOptions();
  const save = useMutation({
    mutationFn: (values: Values) =>
      call(setTeamCapacities, {
        body: {
          items: Object.entries(values).flatMap(([teamId, hours]) => (hours === null || hours === undefined ? [] : [{ teamId, hours }])),
        },
      }),
    meta: { showsError: true, done: m.findings_saved() },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: onClose,
  });
  return (
    <FormDialog<Values>
      title={m.findings_capacity()}
      open
      onClose={onClose}
      form={form}
      initialValues={Object.fromEntries(capacities.map(({ teamId, hours }) => [teamId, hours]))}
      onSubmit={(values) => save.mutate(values)}
      pending={save.isPending}
      error={save.error}
      submitLabel={m.findings_save()}
    >
      {teams.map(({ id, name }) => (
        <Form.Item key={id} name={id} label={format.text(name)}>
          <InputNumber min={0} max={100_000} style={{ width: '100%' }} />
        </Form.Item>
      ))}
    </FormDialog>
  );
}
