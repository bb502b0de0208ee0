import { useMutation, useQuery } from '@tanstack/react-query';
import { deleteReportTemplate, type ReportTemplate } from '@zhiheng/contract/reports/templates';
import { Button } from 'antd';
import { useState } from 'react';
import { call } from '../../../lib/call.ts';
import { m } from '../../../paraglide/messages.js';
import { DataTable, type Column } from '../../../ui/data-table.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { RowActions } from '../../../ui/row-actions.tsx';
import { Skeleton } from '../../../ui/states.tsx';
import { useMay } from '../../identity/index.ts';
import { ReportsTabs } from '../reports-tabs.tsx';
import { templatesQuery } from '../reports.query.ts';
import styles from '../reports.module.css';
import { LogoDialog } from './logo-dialog.tsx';
import { TemplateDialog } from './template-dialog.tsx';

type Open =
  | { readonly kind: 'fields'; readonly template: ReportTemplate | null }
  | { readonly kind: 'logo'; readonly template: ReportTemplate }
  | null;

/** How reports look: colours, logo, footer. */
export function ReportTemplatesPage() {
  const may = useMay();
  const query = useQuery(templatesQuery);
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const add = may('reports.write') ? (
    <Button type="primary" onClick={() => setOpen({ kind: 'fields', template: null })}>
      {m.reporting_template_new()}
    </Button>
  ) : null;
  return (
    <>
      <PageHeader title={m.reporting_tab_templates()} line={m.reporting_templates_line()} actions={add} />
      <ReportsTabs />
      <QueryView
        query={query}
        skeleton={<Skeleton rows={4} height={40} />}
        isEmpty={({ items }) => items.length === 0}
        empty={{ title: m.reporting_templates_none(), words: m.reporting_templates_none_text(), action: add }}
      >
        {({ items }) => <TemplatesTable templates={items} onOpen={may('reports.write') ? setOpen : null} />}
      </QueryView>
      {open?.kind === 'fields' ? <TemplateDialog template={open.template} onClose={close} /> : null}
      {open?.kind === 'logo' ? <LogoDialog template={open.template} onClose={close} /> : null}
    </>
  );
}

interface TableProps {
  readonly templates: readonly ReportTemplate[];
  readonly onOpen: ((open: Open) => void) | null;
}

function TemplatesTable({ templates, onOpen }: TableProps) {
  const remove = useMutation({
    mutationFn: ({ id }: ReportTemplate) => call(deleteReportTemplate, { params: { id } }),
    meta: { done: m.reporting_template_deleted() },
  });
  const actions: Column<ReportTemplate> = {
    ...{ key: 'actions', title: m.reporting_row_actions(), quiet: true, align: 'end' },
    cell: (template) => (
      <RowActions
        actions={[
          { label: m.reporting_edit(), of: template.name, onClick: () => onOpen?.({ kind: 'fields', template }) },
          { label: m.reporting_logo(), of: template.name, onClick: () => onOpen?.({ kind: 'logo', template }) },
          {
            label: m.reporting_delete(),
            of: template.name,
            onClick: () => remove.mutate(template),
            danger: true,
            pending: remove.isPending,
          },
        ]}
      />
    ),
  };
  const all = [...columns, ...(onOpen === null ? [] : [actions])];
  return <DataTable label={m.reporting_tab_templates()} columns={all} rows={templates} rowKey={({ id }) => id} />;
}

const columns: Column<ReportTemplate>[] = [
  { key: 'name', title: m.reporting_template(), lead: true, width: '30%', cell: ({ name }) => name },
  {
    ...{ key: 'colours', title: m.reporting_colours() },
    cell: ({ primary, accent }) => (
      <span className={styles.look}>
        <span className={styles.swatch} style={{ background: primary }} aria-hidden="true" /> {primary}
        <span className={styles.swatch} style={{ background: accent }} aria-hidden="true" /> {accent}
      </span>
    ),
  },
  {
    ...{ key: 'logo', title: m.reporting_logo() },
    cell: ({ id, name, logo, version }) =>
      logo === null ? (
        '—'
      ) : (
        <img className={styles.logo} src={`/api/v1/report-templates/${id}/logo?v=${version}`} alt={m.reporting_logo_of({ name })} />
      ),
  },
  { key: 'footer', title: m.reporting_footer(), cell: ({ footer }) => (footer === '' ? '—' : footer) },
];
