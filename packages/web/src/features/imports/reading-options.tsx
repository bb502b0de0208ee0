import { fileOptions } from '@zhiheng/contract/measurement/imports';
import { Select } from 'antd';
import { m } from '../../paraglide/messages.js';
import { Labelled } from '../../ui/labelled.tsx';
import type { FileOptions, Preview } from './imports.query.ts';
import styles from './wizard.module.css';

interface Props {
  readonly preview: Preview;
  readonly options: FileOptions;
  readonly onChange: (options: FileOptions) => void;
}

const delimiterWords: Readonly<Record<string, () => string>> = {
  ',': m.imports_delimiter_comma,
  ';': m.imports_delimiter_semicolon,
  '\t': m.imports_delimiter_tab,
  '|': m.imports_delimiter_pipe,
};
const encodingNames = { 'utf-8': 'UTF-8', gb18030: 'GBK / GB18030', 'utf-16le': 'UTF-16' } as const;

/** Encoding and delimiter of a text file, or the sheet of a workbook. */
export function ReadingOptions({ preview, options, onChange }: Props) {
  if (preview.format === 'xlsx') {
    return (
      <div className={styles.fields}>
        <Labelled label={m.imports_sheet()}>
          {(id) => (
            <Select
              id={id}
              value={preview.sheet}
              options={preview.sheets.map((sheet) => ({ value: sheet, label: sheet }))}
              onChange={(sheet) => onChange({ ...options, sheet: sheet ?? undefined })}
            />
          )}
        </Labelled>
      </div>
    );
  }
  const { encoding, delimiter } = fileOptions.shape;
  return (
    <div className={styles.fields}>
      <Labelled
        label={m.imports_encoding()}
        help={preview.encoding === null ? undefined : m.imports_encoding_detected({ name: preview.encoding.toUpperCase() })}
      >
        {(id) => (
          <Select
            id={id}
            value={options.encoding ?? 'auto'}
            options={[
              { value: 'auto', label: m.imports_encoding_auto() },
              ...encoding.unwrap().options.map((value) => ({ value, label: encodingNames[value] })),
            ]}
            onChange={(value) => onChange({ ...options, encoding: encoding.safeParse(value).data })}
          />
        )}
      </Labelled>
      <Labelled label={m.imports_delimiter()}>
        {(id) => (
          <Select
            id={id}
            value={options.delimiter ?? 'auto'}
            options={[
              { value: 'auto', label: autoDelimiter(preview) },
              ...delimiter.unwrap().options.map((value) => ({ value, label: delimiterWords[value]?.() ?? value })),
            ]}
            onChange={(value) => onChange({ ...options, delimiter: delimiter.safeParse(value).data })}
          />
        )}
      </Labelled>
    </div>
  );
}

function autoDelimiter({ delimiter }: Preview): string {
  const found = delimiter === null ? undefined : delimiterWords[delimiter]?.();
  return found === undefined ? m.imports_delimiter_auto() : `${m.imports_delimiter_auto()} (${found})`;
}
