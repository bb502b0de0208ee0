import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { publishAgreement } from '@zhiheng/contract/agreements/agreements';
import { Form, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { call } from '../../../lib/call.ts';
import { startOfDay } from '../../../lib/day-bounds.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { MovedDeadlines } from '../../moved-deadlines/index.ts';
import { changesBetween, factsOf } from '../definition-facts.ts';
import { useChoices } from '../use-names.ts';
import { ChangesTable } from '../versions/changes-table.tsx';
import type { WithDraft } from './use-draft.ts';
import styles from './editor.module.css';

interface Props {
  readonly agreement: WithDraft;
  readonly revision: number;
  readonly definition: WithDraft['draft'];
  readonly onClose: () => void;
}

const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString();

/** From when the next version counts, for which cases, and what it changes. */
export function PublishDialog({ agreement, revision, definition, onClose }: Props) {
  const format = useFormat();
  const choices = useChoices();
  const navigate = useNavigate();
  const [begins, setBegins] = useState<'now' | 'later'>('now');
  const [day, setDay] = useState(() => format.date(tomorrow()));
  const { id, version, published, openCases } = agreement;
  const next = format.number(version + 1);
  const from = begins === 'now' ? {} : { effectiveFrom: startOfDay(day, format.zone) };
  const publish = useMutation({
    mutationFn: () =>
      call(publishAgreement, {
        params: { id },
        body: { revision, ...from },
      }),
    meta: { showsError: true, done: m.agreements_published({ version: next }) },
    onSuccess: () => navigate({ to: '/app/agreements/$id', params: { id }, search: { view: 'versions' } }),
  });
  const changes =
    published === null ? null : changesBetween(factsOf(published, { format, choices }), factsOf(definition, { format, choices }));
  return (
    <Modal
      open
      width={760}
      title={m.agreements_publish_title({ version: next })}
      okText={m.agreements_publish()}
      cancelText={m.shell_cancel()}
      confirmLoading={publish.isPending}
      onCancel={onClose}
      onOk={() => publish.mutate()}
    >
      <Form layout="vertical" component="div">
        <Form.Item label={m.agreements_effective_from()}>
          <Radio.Group
            value={begins}
            options={[
              { value: 'now', label: m.agreements_effective_now() },
              { value: 'later', label: m.agreements_effective_later() },
            ]}
            onChange={(event) => setBegins(event.target.value === 'later' ? 'later' : 'now')}
          />
          {begins === 'later' ? (
            <Input
              type="date"
              className={styles.day ?? ''}
              aria-label={m.agreements_effective_day()}
              value={day}
              onChange={(event) => event.target.value !== '' && setDay(event.target.value)}
            />
          ) : null}
        </Form.Item>
      </Form>
      <ul className={styles.means}>
        <li>
          {definition.adoption === 'open-cases' ? m.agreements_means_open({ n: format.number(openCases) }) : m.agreements_means_new()}
        </li>
        <li>{m.agreements_means_fixed()}</li>
      </ul>
      {changes === null ? null : (
        <ChangesTable
          changes={changes}
          before={m.agreements_version_n({ version: format.number(version) })}
          after={m.agreements_version_n({ version: next })}
        />
      )}
      {definition.adoption === 'open-cases' ? (
        <MovedDeadlines change={{ kind: 'agreement', agreementId: id, definition, ...from }} />
      ) : null}
      <ProblemAlert error={publish.error} />
    </Modal>
  );
}
