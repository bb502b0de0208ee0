import { DeleteOutlined } from '@ant-design/icons';
import type { MeasureOf } from '@zhiheng/forms/definition';
import { Button } from 'antd';
import { m } from '../../../../paraglide/messages.js';
import { anyWords } from '../../draft/form-texts.ts';
import { useBuilder } from '../builder-context.ts';
import { ChooseField } from '../choose-field.tsx';
import styles from '../fields.module.css';
import { NamedParts } from './named-parts.tsx';

interface Props {
  readonly measure: MeasureOf<'ecsi'>;
  readonly onChange: (measure: MeasureOf<'ecsi'>, touched?: string) => void;
}

/** Latent variables, what leads to what, and the one that is reported. */
export function ModelFields({ measure, onChange }: Props) {
  const { language } = useBuilder();
  const options = measure.blocks.map(({ key, name }) => ({ value: key, label: anyWords(name, language) || key }));
  return (
    <>
      <NamedParts
        kind="block"
        of={measure.key}
        least={2}
        parts={measure.blocks.map(({ fields, ...block }) => ({ ...block, members: fields }))}
        onChange={(parts, touched) =>
          onChange({ ...measure, blocks: parts.map(({ members, ...block }) => ({ ...block, fields: members })) }, touched)
        }
      />
      <Paths measure={measure} options={options} onChange={onChange} />
      <ChooseField
        label={m.surveys_measure_index()}
        value={measure.index}
        options={options}
        onChange={(index) => onChange({ ...measure, index })}
      />
    </>
  );
}

interface PathsProps extends Props {
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

function Paths({ measure, options, onChange }: PathsProps) {
  const { readOnly } = useBuilder();
  const { paths } = measure;
  const set = (next: typeof paths) => onChange({ ...measure, paths: next });
  return (
    <div role="group" aria-label={m.surveys_measure_paths()} className={styles.items}>
      {paths.map((path, at) => (
        <div key={at} className={styles.row}>
          <ChooseField
            label={m.surveys_measure_path_from()}
            value={path.from}
            options={options}
            onChange={(from) => set(paths.with(at, { ...path, from }))}
          />
          <ChooseField
            label={m.surveys_measure_path_to()}
            value={path.to}
            options={options}
            onChange={(to) => set(paths.with(at, { ...path, to }))}
          />
          {readOnly ? null : (
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined />}
              disabled={paths.length === 1}
              aria-label={m.surveys_measure_path_remove({ from: nameIn(options, path.from), to: nameIn(options, path.to) })}
              onClick={() => set(paths.toSpliced(at, 1))}
            />
          )}
        </div>
      ))}
      {readOnly ? null : (
        <span>
          <Button size="small" type="dashed" onClick={() => set([...paths, { from: measure.blocks[0]?.key ?? '', to: measure.index }])}>
            + {m.surveys_measure_path_add()}
          </Button>
        </span>
      )}
    </div>
  );
}

const nameIn = (options: PathsProps['options'], key: string): string => options.find(({ value }) => value === key)?.label ?? key;
