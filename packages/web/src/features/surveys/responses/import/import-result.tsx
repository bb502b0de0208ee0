import type { Reply } from '@zhiheng/contract/endpoint';
import type { importResponses } from '@zhiheng/contract/surveys/responses';
import type { Form } from '@zhiheng/forms/definition';
import { fieldName, fieldsOf } from '@zhiheng/forms/fields';
import { useFormat } from '../../../../lib/format/use-format.ts';
import { codeWords } from '../../../../lib/problem-words.ts';
import { m } from '../../../../paraglide/messages.js';
import { Card } from '../../../../ui/card.tsx';
import { CountList } from '../../../../ui/count-list.tsx';
import { DataTable } from '../../../../ui/data-table.tsx';

interface Props {
  readonly form: Form;
  readonly result: Reply<typeof importResponses>;
  /** it was stored, not only tried */
  readonly done: boolean;
}

/** What became of the rows of a file, and what is wrong with those that were refused. */
export function ImportResult({ form, result, done }: Props) {
  const { locale } = useFormat();
  const { rows, stored, unchanged, refused, refusedRows } = result;
  const nameOf = (key: string): string => {
    const field = fieldsOf(form).find((each) => each.key === key);
    return field === undefined ? key : fieldName(form, field, locale);
  };
  return (
    <Card title={done ? m.surveys_import_done() : m.surveys_import_tried()}>
      <CountList
        counts={[
          [m.surveys_import_read(), rows],
          [done ? m.surveys_import_stored() : m.surveys_import_would_store(), stored],
          [m.surveys_import_unchanged(), unchanged],
          [m.surveys_import_refused(), refusedRows],
        ]}
      />
      {refused.length === 0 ? null : (
        <DataTable
          label={m.surveys_import_refused()}
          rows={refused}
          rowKey={({ line, field, code }) => `${line} ${field} ${code}`}
          columns={[
            { key: 'line', title: m.surveys_import_line(), width: '12%', cell: ({ line }) => line },
            { key: 'field', title: m.surveys_measure_field(), width: '40%', cell: ({ field }) => nameOf(field) },
            { key: 'why', title: m.surveys_import_why(), cell: ({ code }) => m.surveys_answer_fault({ code }) || codeWords(code) },
          ]}
        />
      )}
    </Card>
  );
}
