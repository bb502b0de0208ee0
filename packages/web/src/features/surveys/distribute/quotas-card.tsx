import { useMutation, useQuery } from '@tanstack/react-query';
import { setQuotas, type listQuotas } from '@zhiheng/contract/surveys/distributions';
import type { Survey } from '@zhiheng/contract/surveys/surveys';
import type { z } from 'zod';
import { Button, Input, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { Labelled } from '../../../ui/labelled.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { RowActions } from '../../../ui/row-actions.tsx';
import { useMay } from '../../identity/index.ts';
import { quotasQuery } from './distributions.query.ts';
import { QuotaCondition } from './quota-condition.tsx';
import styles from './distribute.module.css';

export type Quota = z.infer<typeof listQuotas.response>['items'][number];

/** How many answers of each kind are wanted, and are there. */
export function QuotasCard({ survey }: { readonly survey: Survey }) {
  const format = useFormat();
  const distributes = useMay()('surveys.distribute');
  const query = useQuery(quotasQuery(survey.id));
  const [edited, setEdited] = useState<Quota | null>(null);
  const save = useMutation({
    mutationFn: (items: readonly Quota[]) =>
      call(setQuotas, { params: { id: survey.id }, body: { items: items.map(({ counted: _, ...quota }) => quota) } }),
    meta: { showsError: true, done: m.shell_saved() },
    onSuccess: () => setEdited(null),
  });
  const quotas = query.data ?? [];
  const put = (quota: Quota) =>
    save.mutate(
      quotas.some(({ id }) => id === quota.id) ? quotas.map((each) => (each.id === quota.id ? quota : each)) : [...quotas, quota],
    );
  const add = distributes ? (
    <Button size="small" disabled={quotas.length >= 50} onClick={() => setEdited(newQuota())}>
      {m.surveys_quota_add()}
    </Button>
  ) : undefined;
  return (
    <Card title={m.surveys_quotas()} aside={m.surveys_quotas_note()} actions={add}>
      <QueryView query={query}>
        {(items) =>
          items.length === 0 ? (
            <p className={styles.quiet}>{m.surveys_quotas_none()}</p>
          ) : (
            items.map((quota) => (
              <div key={quota.id} className={styles.quota}>
                <span className={styles.line}>
                  <strong>{format.text(quota.name)}</strong>
                  <span className={quota.counted >= quota.size ? styles.full : styles.quiet}>
                    {m.surveys_quota_count({ n: format.number(quota.counted), of: format.number(quota.size) })}
                  </span>
                  {distributes ? (
                    <RowActions
                      actions={[
                        { label: m.surveys_quota_edit(), of: format.text(quota.name), onClick: () => setEdited(quota) },
                        {
                          ...{ label: m.surveys_delete(), of: format.text(quota.name), danger: true, pending: save.isPending },
                          onClick: () => save.mutate(items.filter(({ id }) => id !== quota.id)),
                        },
                      ]}
                    />
                  ) : null}
                </span>
                <ProgressBar share={Math.min(1, quota.counted / quota.size)} label={format.text(quota.name)} />
              </div>
            ))
          )
        }
      </QueryView>
      {edited === null ? null : (
        <QuotaDialog
          key={edited.id}
          survey={survey}
          quota={edited}
          pending={save.isPending}
          error={save.error}
          onSave={put}
          onClose={() => setEdited(null)}
        />
      )}
    </Card>
  );
}

const newQuota = (): Quota => ({ id: crypto.randomUUID(), name: { zh: '', en: '' }, condition: null, size: 100, counted: 0 });

interface DialogProps {
  readonly survey: Survey;
  readonly quota: Quota;
  readonly pending: boolean;
  readonly error: unknown;
  readonly onSave: (quota: Quota) => void;
  readonly onClose: () => void;
}

function QuotaDialog({ survey, quota, pending, error, onSave, onClose }: DialogProps) {
  const [draft, setDraft] = useState(quota);
  const { name, size } = draft;
  const nameless = name.zh.trim() === '' || name.en.trim() === '';
  return (
    <Modal
      title={m.surveys_quota_edit()}
      open
      width={640}
      onCancel={onClose}
      onOk={() => onSave(draft)}
      okText={m.shell_save()}
      cancelText={m.shell_cancel()}
      okButtonProps={{ disabled: nameless }}
      confirmLoading={pending}
    >
      <div className={styles.invite}>
        <Labelled label={m.shell_name_zh()}>
          {(id) => (
            <Input
              id={id}
              maxLength={400}
              value={name.zh}
              onChange={(event) => setDraft({ ...draft, name: { ...name, zh: event.target.value } })}
            />
          )}
        </Labelled>
        <Labelled label={m.shell_name_en()}>
          {(id) => (
            <Input
              id={id}
              maxLength={400}
              value={name.en}
              onChange={(event) => setDraft({ ...draft, name: { ...name, en: event.target.value } })}
            />
          )}
        </Labelled>
        <Labelled label={m.surveys_quota_size()}>
          {(id) => (
            <InputNumber id={id} min={1} max={10_000_000} value={size} onChange={(next) => setDraft({ ...draft, size: next ?? 1 })} />
          )}
        </Labelled>
        <QuotaCondition survey={survey} condition={draft.condition} onChange={(condition) => setDraft({ ...draft, condition })} />
        <ProblemAlert error={error} />
      </div>
    </Modal>
  );
}
