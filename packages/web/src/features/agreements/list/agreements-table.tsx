import { Link } from '@tanstack/react-router';
import { deleteAgreement, type Agreement } from '@zhiheng/contract/agreements/agreements';
import { restoreFromTrash } from '@zhiheng/contract/insight/board';
import { call } from '../../../lib/call.ts';
import { useFormat, type Format } from '../../../lib/format/use-format.ts';
import { useDeletion } from '../../../lib/use-deletion.ts';
import { m } from '../../../paraglide/messages.js';
import { DataTable, type Column } from '../../../ui/data-table.tsx';
import { RowActions } from '../../../ui/row-actions.tsx';
import { TwoLines } from '../../../ui/two-lines.tsx';
import { useMay } from '../../identity/index.ts';
import { kindWords, targetWords } from '../agreement-words.ts';
import { AgreementState } from './agreement-state.tsx';

export function AgreementsTable({ agreements }: { readonly agreements: readonly Agreement[] }) {
  const format = useFormat();
  const may = useMay();
  const columns: Column<Agreement>[] = [
    {
      key: 'name',
      title: m.agreements_name(),
      lead: true,
      cell: ({ id, name, code }) => (
        <TwoLines
          first={
            <Link to="/app/agreements/$id" params={{ id }}>
              {format.text(name)}
            </Link>
          }
          second={code}
        />
      ),
    },
    { key: 'kind', title: m.agreements_kind(), cell: ({ kind }) => kindWords[kind]() },
    { key: 'state', title: m.agreements_state(), cell: (agreement) => <AgreementState agreement={agreement} /> },
    { key: 'targets', title: m.agreements_targets(), cell: (agreement) => targetsText(agreement, format) },
    {
      key: 'version',
      title: m.agreements_version(),
      align: 'end',
      cell: ({ version }) => (version === 0 ? '—' : format.number(version)),
    },
    {
      key: 'from',
      title: m.agreements_effective_from(),
      cell: ({ effectiveFrom }) => (effectiveFrom === null ? '—' : format.date(effectiveFrom)),
    },
    { key: 'cases', title: m.agreements_open_cases(), align: 'end', cell: ({ openCases }) => format.number(openCases) },
  ];
  const actions: Column<Agreement> = {
    key: 'actions',
    title: m.agreements_actions(),
    quiet: true,
    align: 'end',
    cell: (agreement) => <ToTrash agreement={agreement} />,
  };
  return (
    <DataTable
      label={m.agreements_title()}
      columns={may('agreements.define') ? [...columns, actions] : columns}
      rows={agreements}
      rowKey={({ id }) => id}
    />
  );
}

function targetsText({ published, draft }: Agreement, format: Format): string {
  const kinds = new Set((published ?? draft)?.targets.map(({ kind }) => kind));
  return format.list([...kinds].map((kind) => targetWords[kind]())) || '—';
}

/** Without a question first: what is in the trash comes back by 撤销. */
function ToTrash({ agreement }: { readonly agreement: Agreement }) {
  const format = useFormat();
  const { id } = agreement;
  const name = format.text(agreement.name);
  const deletion = useDeletion({
    name,
    remove: () => call(deleteAgreement, { params: { id } }),
    restore: () => call(restoreFromTrash, { params: { kind: 'agreement', id } }),
  });
  return (
    <RowActions
      actions={[{ label: m.agreements_delete(), of: name, onClick: () => deletion.mutate(), danger: true, pending: deletion.isPending }]}
    />
  );
}
