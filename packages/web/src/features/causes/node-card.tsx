import type { CauseMethod, CauseNode, CauseTree } from '@zhiheng/contract/causes/cause-tree';
import { findingKind } from '@zhiheng/contract/findings/finding-kind';
import { Input, InputNumber, Select } from 'antd';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { Labelled } from '../../ui/labelled.tsx';
import { kindWords } from './cause-words.ts';
import type { TreeEditor } from './use-tree-editor.ts';

interface Props {
  readonly method: CauseMethod;
  readonly editor: TreeEditor;
  readonly editable: boolean;
}

/** What belongs to the selected node besides its words. */
export function NodeCard({ method, editor, editable }: Props) {
  const { node, tree } = editor;
  if (node === undefined) return null;
  const isFirst = node.parentId !== null && node.parentId === tree.find(({ parentId }) => parentId === null)?.id;
  const isBasic = isBasicEvent(method, node, tree);
  const change = (part: Parameters<TreeEditor['change']>[1]) => editor.change(node.id, part);
  return (
    <Card title={m.causes_selected()}>
      <p>{node.text === '' ? m.causes_unnamed() : node.text}</p>
      {method === 'fishbone' && isFirst ? (
        <Labelled label={m.causes_kind()}>
          {(id) => (
            <Select
              id={id}
              disabled={!editable}
              value={node.kind}
              options={findingKind.options.map((kind) => ({ value: kind, label: kindWords[kind]() }))}
              onChange={(kind) => change({ kind })}
            />
          )}
        </Labelled>
      ) : null}
      {node.gate === null ? null : (
        <Labelled label={m.causes_gate()}>
          {(id) => (
            <Select
              id={id}
              disabled={!editable}
              value={node.gate}
              options={[
                { value: 'or', label: m.causes_gate_or_long() },
                { value: 'and', label: m.causes_gate_and_long() },
              ]}
              onChange={(gate) => change({ gate })}
            />
          )}
        </Labelled>
      )}
      {isBasic ? <BasicEvent key={node.id} editor={editor} editable={editable} /> : null}
    </Card>
  );
}

const isBasicEvent = (method: CauseMethod, { id, parentId }: CauseNode, tree: CauseTree): boolean =>
  method === 'fault-tree' && parentId !== null && !tree.some((one) => one.parentId === id);

function BasicEvent({ editor, editable }: Omit<Props, 'method'>) {
  const { node } = editor;
  if (node === undefined) return null;
  return (
    <>
      <Labelled label={m.causes_event()} help={m.causes_event_help()}>
        {(id) => (
          <Input
            id={id}
            disabled={!editable}
            maxLength={60}
            defaultValue={node.event ?? ''}
            onBlur={({ target }) => editor.change(node.id, { event: target.value.trim() === '' ? null : target.value.trim() })}
          />
        )}
      </Labelled>
      <Labelled label={m.causes_probability()}>
        {(id) => (
          <InputNumber
            id={id}
            disabled={!editable}
            min={0}
            max={1}
            step={0.01}
            style={{ width: '100%' }}
            value={node.probability}
            onChange={(probability) => editor.change(node.id, { probability })}
          />
        )}
      </Labelled>
    </>
  );
}
