import { Button, Input } from 'antd';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Labelled } from '../../../ui/labelled.tsx';
import { textOf } from '../figure-words.ts';
import { Choose, ChooseSeveral } from './choose.tsx';
import { BootstrapFields, type FieldsProps } from './fields-of-kind.tsx';
import styles from './in-depth.module.css';
import { emptyNode, type NodeDraft } from './request-draft.ts';

const mostNodes = 10;

/** What leads to what: parts of one or several questions each, drawn by whoever asks. */
export function ChainFields({ draft, choices, onChange }: FieldsProps) {
  const { nodes } = draft;
  const add = () => {
    const number = 1 + nodes.reduce((most, { key }) => Math.max(most, Number(key.slice(1))), 0);
    onChange({ nodes: [...nodes, emptyNode(`n${number}`, [])] });
  };
  const change = (key: string, changed: Partial<NodeDraft>) =>
    onChange({ nodes: nodes.map((node) => (node.key === key ? { ...node, ...changed } : node)) });
  const remove = (gone: string) =>
    onChange({
      nodes: nodes.filter(({ key }) => key !== gone).map((node) => ({ ...node, leadsTo: node.leadsTo.filter((key) => key !== gone) })),
    });
  return (
    <>
      {nodes.map((node, at) => (
        <fieldset key={node.key} className={`${styles.wide} ${styles.part}`}>
          <legend>{m.survey_analyses_part({ n: at + 1 })}</legend>
          <NodeFields node={node} nodes={nodes} choices={choices} onChange={(changed) => change(node.key, changed)} />
          {nodes.length > 2 ? (
            <Button size="small" onClick={() => remove(node.key)} aria-label={m.survey_analyses_part_remove_of({ n: at + 1 })}>
              {m.survey_analyses_part_remove()}
            </Button>
          ) : null}
        </fieldset>
      ))}
      <div className={styles.wide}>
        <Button onClick={add} disabled={nodes.length >= mostNodes}>
          {m.survey_analyses_part_add()}
        </Button>
      </div>
      <BootstrapFields draft={draft} onChange={onChange} />
    </>
  );
}

interface NodeProps extends Pick<FieldsProps, 'choices'> {
  readonly node: NodeDraft;
  readonly nodes: readonly NodeDraft[];
  readonly onChange: (changed: Partial<NodeDraft>) => void;
}

function NodeFields({ node, nodes, choices, onChange }: NodeProps) {
  const format = useFormat();
  const nameOf = ({ key, name }: NodeDraft) =>
    name.trim() === '' ? m.survey_analyses_part({ n: 1 + nodes.findIndex((each) => each.key === key) }) : name;
  const taken = new Set(nodes.filter(({ key }) => key !== node.key).flatMap(({ fields }) => fields));
  const fields = choices.fields.filter(({ key }) => !taken.has(key));
  const sets = choices.sets.map(({ key, name }) => ({ value: key, label: textOf(name, format) }));
  const ofSet = choices.sets.find((set) => set.fields.join() === node.fields.join());
  const takeSet = (key: string | null) => onChange({ fields: choices.sets.find((set) => set.key === key)?.fields ?? [] });
  return (
    <>
      <Labelled label={m.survey_analyses_part_name()}>
        {(id) => <Input id={id} maxLength={60} value={node.name} onChange={({ target }) => onChange({ name: target.value })} />}
      </Labelled>
      {choices.fields.length === 0 ? (
        <Choose label={m.survey_analyses_set()} value={ofSet?.key ?? null} options={sets} onChange={takeSet} />
      ) : (
        <ChooseSeveral
          label={m.survey_analyses_fields()}
          value={node.fields}
          options={fields.map(({ key, name }) => ({ value: key, label: textOf(name, format) }))}
          onChange={(next) => onChange({ fields: next })}
        />
      )}
      <ChooseSeveral
        label={m.survey_analyses_leads_to()}
        value={node.leadsTo}
        options={nodes.filter(({ key }) => key !== node.key).map((each) => ({ value: each.key, label: nameOf(each) }))}
        onChange={(leadsTo) => onChange({ leadsTo })}
      />
    </>
  );
}
