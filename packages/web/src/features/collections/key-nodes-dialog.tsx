import { useMutation } from '@tanstack/react-query';
import { addKeyNode, removeKeyNode, type Collection } from '@zhiheng/contract/measurement/collections';
import { Button, Form, Input, Modal } from 'antd';
import { call } from '../../lib/call.ts';
import { useFormat } from '../../lib/format/use-format.ts';
import { statusOf } from '../../lib/problem-words.ts';
import { m } from '../../paraglide/messages.js';
import { FormPair } from '../../ui/form-pair.tsx';
import { showFieldProblems } from '../../ui/form-dialog.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { RowActions } from '../../ui/row-actions.tsx';
import styles from './key-nodes-dialog.module.css';

interface Props {
  readonly plan: Collection | undefined;
  readonly onClose: () => void;
}

/** Extra measurements of a plan on single days, for example before a release. */
export function KeyNodesDialog({ plan, onClose }: Props) {
  const format = useFormat();
  return (
    <Modal
      open={plan !== undefined}
      onCancel={onClose}
      footer={null}
      destroyOnHidden
      width={640}
      title={plan === undefined ? m.collections_node_title() : m.collections_nodes_of({ name: format.text(plan.name) })}
    >
      {plan === undefined ? null : (
        <>
          <p className={styles.quiet}>{m.collections_node_hint()}</p>
          {plan.keyNodes.length === 0 ? <p className={styles.none}>{m.collections_nodes_none()}</p> : null}
          <ul className={styles.nodes}>
            {plan.keyNodes.map((node) => (
              <li key={node.id}>
                <span className={styles.day}>{node.on}</span>
                <span className={styles.name}>{format.text(node.name)}</span>
                <RemoveNode id={node.id} name={format.text(node.name)} />
              </li>
            ))}
          </ul>
          <NodeForm id={plan.id} />
        </>
      )}
    </Modal>
  );
}

function RemoveNode({ id, name }: { readonly id: string; readonly name: string }) {
  const remove = useMutation({ mutationFn: () => call(removeKeyNode, { params: { id } }), meta: { done: m.collections_node_removed() } });
  return (
    <RowActions
      actions={[{ label: m.collections_node_remove(), of: name, onClick: () => remove.mutate(), danger: true, pending: remove.isPending }]}
    />
  );
}

interface NodeValues {
  readonly name: { readonly zh: string; readonly en: string };
  readonly on: string;
}

function NodeForm({ id }: { readonly id: string }) {
  const [form] = Form.useForm<NodeValues>();
  const add = useMutation({
    mutationFn: (body: NodeValues) => call(addKeyNode, { params: { id }, body }),
    meta: { showsError: true, done: m.collections_node_added() },
    onError: (error) => {
      if (statusOf(error) === 409) form.setFields([{ name: 'on', errors: [m.collections_node_taken()] }]);
      else showFieldProblems(form, error);
    },
    onSuccess: () => form.resetFields(),
  });
  const required = { required: true, whitespace: true, message: m.collections_required() };
  return (
    <Form<NodeValues> form={form} layout="vertical" requiredMark={false} onFinish={(values) => add.mutate(values)}>
      <FormPair>
        <Form.Item name={['name', 'zh']} label={m.collections_node_name_zh()} rules={[required]}>
          <Input maxLength={400} lang="zh-CN" autoComplete="off" />
        </Form.Item>
        <Form.Item name={['name', 'en']} label={m.collections_node_name_en()} rules={[required]}>
          <Input maxLength={400} lang="en" autoComplete="off" />
        </Form.Item>
        <Form.Item name="on" label={m.collections_node_on()} rules={[required]}>
          <Input type="date" min="1970-01-01" max="2099-12-31" />
        </Form.Item>
      </FormPair>
      <ProblemAlert error={statusOf(add.error) === 409 ? null : add.error} />
      <Button type="primary" htmlType="submit" loading={add.isPending}>
        {m.collections_node_add()}
      </Button>
    </Form>
  );
}
