import { useQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import { m } from '../../paraglide/messages.js';
import { FactTable } from '../../ui/fact-table.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { importedLineQuery } from './indicator-report.query.ts';

interface Props {
  readonly place: { readonly importId: string; readonly line: number } | null;
  readonly onClose: () => void;
}

/** The line of the file from which an observation came: the end of every way down. */
export function ImportedLineDrawer({ place, onClose }: Props) {
  return (
    <Drawer
      open={place !== null}
      onClose={onClose}
      destroyOnHidden
      size={480}
      title={place === null ? '' : m.board_report_line_open({ line: place.line })}
    >
      {place === null ? null : <ImportedLine importId={place.importId} line={place.line} />}
    </Drawer>
  );
}

function ImportedLine({ importId, line }: { readonly importId: string; readonly line: number }) {
  const query = useQuery(importedLineQuery(importId, line));
  return (
    <QueryView query={query}>
      {(data) => {
        const title = m.board_report_line_title({ file: data.fileName, line: data.line });
        return (
          <>
            <p>{title}</p>
            <FactTable label={title} rows={data.columns.map((column, index) => [column, data.cells[index]])} />
          </>
        );
      }}
    </QueryView>
  );
}
