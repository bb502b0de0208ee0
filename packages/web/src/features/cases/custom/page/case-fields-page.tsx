import { useQuery } from '@tanstack/react-query';
import type { CaseField } from '@zhiheng/contract/cases/fields';
import { Button } from 'antd';
import { useState } from 'react';
import { useFormat } from '../../../../lib/format/use-format.ts';
import { m } from '../../../../paraglide/messages.js';
import { PageHeader } from '../../../../ui/page-header.tsx';
import { QueryView } from '../../../../ui/query-view.tsx';
import { useMay } from '../../../identity/index.ts';
import { fieldsQuery } from '../custom-fields.query.ts';
import { FieldDialog } from './field-dialog.tsx';
import { FieldsTable } from './fields-table.tsx';

/** What cases are asked for beyond what every house asks. */
export function CaseFieldsPage() {
  const format = useFormat();
  const may = useMay();
  const query = useQuery(fieldsQuery);
  const [edited, setEdited] = useState<CaseField | 'new' | null>(null);
  const fields: readonly CaseField[] = query.data ?? [];
  const add = may('cases.define') ? (
    <Button type="primary" onClick={() => setEdited('new')}>
      {m.cases_fields_add()}
    </Button>
  ) : undefined;
  const inUse = fields.filter(({ retired }) => !retired).length;
  return (
    <>
      <PageHeader
        title={m.cases_nav_fields()}
        line={query.data === undefined ? undefined : m.cases_fields_line({ n: format.number(inUse) })}
        actions={fields.length === 0 ? undefined : add}
      />
      <QueryView
        query={query}
        isEmpty={(items) => items.length === 0}
        empty={{ title: m.cases_fields_none(), words: m.cases_fields_none_text(), action: add }}
      >
        {(items) => <FieldsTable fields={items} onEdit={may('cases.define') ? setEdited : null} />}
      </QueryView>
      {edited === null ? null : (
        <FieldDialog field={edited === 'new' ? null : edited} position={10 * (fields.length + 1)} onClose={() => setEdited(null)} />
      )}
    </>
  );
}
