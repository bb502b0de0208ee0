import type { CauseAnalysis } from '@zhiheng/contract/causes/causes';
import { Button, Dropdown, Select } from 'antd';
import type { RefObject } from 'react';
import { m } from '../../../paraglide/messages.js';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { saveTones } from '../../../ui/save-words.ts';
import type { TreeEditor } from '../use-tree-editor.ts';
import styles from './picture.module.css';
import { savePng, saveSvg } from './save-picture.ts';
import { below } from './tree-edits.rules.ts';

interface Props {
  readonly analysis: CauseAnalysis;
  readonly editor: TreeEditor;
  readonly editable: boolean;
  readonly svg: RefObject<SVGSVGElement | null>;
}

/** Everything that mouse and keys do in the picture, as buttons. */
export function PictureTools({ analysis, editor, editable, svg }: Props) {
  const { node, save } = editor;
  const words = { saved: m.causes_saved, waiting: m.causes_waiting, saving: m.causes_saving, overtaken: m.causes_overtaken };
  const name = `${analysis.findingNumber}-${analysis.method}`;
  const withPicture = (act: (picture: SVGSVGElement, name: string) => unknown) => () => {
    if (svg.current !== null) void act(svg.current, name);
  };
  return (
    <div className={styles.tools} role="toolbar" aria-label={m.causes_tools()}>
      {editable && node !== undefined ? <EditButtons editor={editor} node={node} /> : null}
      <span className={styles.push} />
      {editable && save.kind !== 'failed' ? <StatusBadge tone={saveTones[save.kind]}>{words[save.kind]()}</StatusBadge> : null}
      <Button onClick={withPicture(saveSvg)}>{m.causes_save_svg()}</Button>
      <Button onClick={withPicture(savePng)}>{m.causes_save_png()}</Button>
    </div>
  );
}

function EditButtons({ editor, node }: { readonly editor: TreeEditor; readonly node: NonNullable<TreeEditor['node']> }) {
  const isProblem = node.parentId === null;
  const { parentId } = node;
  const more = [
    {
      key: 'beside',
      label: m.causes_add_beside(),
      disabled: isProblem,
      onClick: () => parentId !== null && editor.add(parentId, node.kind),
    },
    { key: 'up', label: m.causes_up(), disabled: isProblem, onClick: () => editor.shift(node.id, -1) },
    { key: 'down', label: m.causes_down(), disabled: isProblem, onClick: () => editor.shift(node.id, 1) },
    { key: 'remove', label: m.causes_remove(), disabled: isProblem, danger: true, onClick: () => editor.remove(node.id) },
  ];
  return (
    <>
      <Button type="primary" onClick={() => editor.add(node.id)}>
        {m.causes_add_below()}
      </Button>
      <Button onClick={() => editor.edit(node.id)}>{m.causes_rename()}</Button>
      <Dropdown menu={{ items: more }} trigger={['click']}>
        <Button aria-label={m.causes_row_actions()}>⋯</Button>
      </Dropdown>
      {isProblem ? null : <MoveSelect editor={editor} id={node.id} />}
      <Button disabled={!editor.canUndo} onClick={editor.undo}>
        {m.causes_undo()}
      </Button>
      <Button disabled={!editor.canRedo} onClick={editor.redo}>
        {m.causes_redo()}
      </Button>
    </>
  );
}

/** Moving without a drag: the node under which it goes is chosen by its words. */
function MoveSelect({ editor, id }: { readonly editor: TreeEditor; readonly id: string }) {
  const gone = below(editor.tree, id);
  const places = editor.tree.filter((one) => !gone.has(one.id));
  return (
    <Select<string>
      aria-label={m.causes_move_to()}
      style={{ width: 150 }}
      placeholder={m.causes_move_to()}
      value={null}
      showSearch={{ optionFilterProp: 'label' }}
      options={places.map((one) => ({ value: one.id, label: one.text === '' ? m.causes_unnamed() : one.text }))}
      onChange={(onto) => editor.move(id, onto)}
    />
  );
}
