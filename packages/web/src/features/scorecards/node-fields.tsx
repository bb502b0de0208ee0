import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons';
import { Button, Input, InputNumber, Select } from 'antd';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import type { DraftNode } from './scorecard-draft.ts';
import styles from './tree-editor.module.css';

interface Props {
  readonly node: DraftNode;
  /** of all weights among the siblings */
  readonly sum: number;
  readonly first: boolean;
  readonly last: boolean;
  readonly options: { readonly value: string; readonly label: string }[];
  readonly onNode: (node: DraftNode) => void;
  readonly onRemove: (key: string) => void;
  readonly onMove: (key: string, by: -1 | 1) => void;
}

/** One line: the name of a branch or the indicator of a leaf, its weight, and what can be done with it. */
export function NodeFields({ node, sum, first, last, options, onNode, onRemove, onMove }: Props) {
  const format = useFormat();
  const name = nameOf(node, options, format.locale);
  const share = sum === 0 ? 0 : ((node.weight ?? 0) / sum) * 100;
  const button = (label: string, icon: React.ReactNode, action: { readonly disabled?: boolean; readonly onClick: () => void }) => (
    <Button type="text" size="small" icon={icon} aria-label={label} title={label} {...action} />
  );
  return (
    <div className={styles.line} role="group" aria-label={name}>
      <span className={styles.what}>
        {node.kind === 'branch' ? (
          <>
            <Input
              aria-label={m.board_editor_branch_name_zh()}
              placeholder={m.board_editor_branch_name_zh()}
              value={node.name.zh}
              onChange={(event) => onNode({ ...node, name: { ...node.name, zh: event.target.value } })}
            />
            <Input
              aria-label={m.board_editor_branch_name_en()}
              placeholder={m.board_editor_branch_name_en()}
              value={node.name.en}
              onChange={(event) => onNode({ ...node, name: { ...node.name, en: event.target.value } })}
            />
          </>
        ) : (
          <Select
            aria-label={m.board_editor_indicator()}
            placeholder={m.board_editor_indicator()}
            showSearch={{ optionFilterProp: 'label' }}
            popupMatchSelectWidth={false}
            value={node.indicator ?? null}
            options={options}
            onChange={(indicator: string | null) => onNode({ ...node, indicator: indicator ?? undefined })}
          />
        )}
      </span>
      <InputNumber
        aria-label={m.board_editor_weight_of({ name })}
        min={0.01}
        max={1000}
        style={{ width: 76 }}
        value={node.weight}
        onChange={(weight) => onNode({ ...node, weight })}
      />
      <span className={styles.share}>{m.board_editor_share({ share: format.number(share, 1) })}</span>
      <span className={styles.actions}>
        {button(m.board_editor_move_up({ name }), <ArrowUpOutlined />, { disabled: first, onClick: () => onMove(node.key, -1) })}
        {button(m.board_editor_move_down({ name }), <ArrowDownOutlined />, { disabled: last, onClick: () => onMove(node.key, 1) })}
        {button(m.board_editor_remove({ name }), <DeleteOutlined />, { onClick: () => onRemove(node.key) })}
      </span>
    </div>
  );
}

function nameOf(node: DraftNode, options: Props['options'], locale: 'zh' | 'en'): string {
  const word = node.kind === 'branch' ? node.name[locale] : options.find((option) => option.value === node.indicator)?.label;
  if (word !== undefined && word !== '') return word;
  return node.kind === 'branch' ? m.board_dimension() : m.board_editor_indicator();
}
