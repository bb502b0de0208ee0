import { useMutation, useQuery } from '@tanstack/react-query';
import { createBoardLink, revokeBoardLink } from '@zhiheng/contract/insight/shared-boards';
import { Button, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { CopyOnce } from '../../../ui/copy-once.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { RowActions } from '../../../ui/row-actions.tsx';
import { boardLinksQuery, sharedBoardsQuery } from '../boards.query.ts';
import styles from './links.module.css';

interface Values {
  readonly name: string;
  readonly boardIds: string[];
  readonly seconds: number;
  /** days; 0: until taken back */
  readonly life: number;
}

const expiryOf = (days: number) => (days === 0 ? null : new Date(Date.now() + days * 86_400_000).toISOString());

/** Links by which others look at boards, and a new one. */
export function LinksDialog({ onClose }: { readonly onClose: () => void }) {
  const [address, setAddress] = useState<string | null>(null);
  return (
    <Modal
      title={m.boards_share_title()}
      open
      onCancel={onClose}
      footer={<Button onClick={onClose}>{m.boards_close()}</Button>}
      width={620}
    >
      <p className={styles.line}>{m.boards_share_line()}</p>
      <LinkList />
      {address === null ? <LinkForm onMade={setAddress} /> : <CopyOnce label={m.boards_link_made()} value={address} />}
    </Modal>
  );
}

function LinkList() {
  const query = useQuery(boardLinksQuery);
  const format = useFormat();
  const revoke = useMutation({
    mutationFn: (id: string) => call(revokeBoardLink, { params: { id } }),
    meta: { done: m.boards_link_revoked() },
  });
  return (
    <QueryView query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <p className={styles.line}>{m.boards_links_none()}</p>
        ) : (
          <ul className={styles.links}>
            {items.map(({ id, name, expiresAt }) => (
              <li key={id}>
                <span>
                  {name} · {expiresAt === null ? m.boards_link_forever() : m.boards_link_until({ at: format.date(expiresAt) })}
                </span>
                <RowActions actions={[{ label: m.boards_link_revoke(), of: name, onClick: () => revoke.mutate(id), danger: true }]} />
              </li>
            ))}
          </ul>
        )
      }
    </QueryView>
  );
}

function LinkForm({ onMade }: { readonly onMade: (address: string) => void }) {
  const { data } = useQuery(sharedBoardsQuery);
  const create = useMutation({
    mutationFn: ({ life, ...body }: Values) => call(createBoardLink, { body: { ...body, expiresAt: expiryOf(life) } }),
    meta: { showsError: true },
    onSuccess: ({ token }) => onMade(`${globalThis.location.origin}/p/b/${token}`),
  });
  const boards = (data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Form<Values>
      layout="vertical"
      initialValues={{ seconds: 30, life: 90 }}
      requiredMark={false}
      onFinish={(values) => create.mutate(values)}
    >
      <Form.Item
        name="name"
        label={m.boards_link_name()}
        extra={m.boards_link_name_help()}
        rules={[{ required: true, whitespace: true, message: m.shell_name_missing() }]}
      >
        <Input autoComplete="off" maxLength={100} />
      </Form.Item>
      <Form.Item name="boardIds" label={m.boards_link_boards()} rules={[{ required: true, message: m.boards_none() }]}>
        <Select mode="multiple" optionFilterProp="label" options={boards} />
      </Form.Item>
      <Form.Item name="seconds" label={m.boards_link_seconds()}>
        <Select options={[15, 30, 60, 300].map((value) => ({ value, label: m.boards_link_seconds_n({ n: value }) }))} />
      </Form.Item>
      <Form.Item name="life" label={m.boards_link_life()}>
        <Select
          options={[7, 30, 90, 365, 0].map((value) => ({
            value,
            label: value === 0 ? m.boards_link_forever() : m.boards_link_days({ n: value }),
          }))}
        />
      </Form.Item>
      <ProblemAlert error={create.error} />
      <Button type="primary" htmlType="submit" loading={create.isPending}>
        {m.boards_link_make()}
      </Button>
    </Form>
  );
}
