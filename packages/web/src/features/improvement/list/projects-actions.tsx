import { useMutation } from '@tanstack/react-query';
import { exportProjects } from '@zhiheng/contract/improvement/projects';
import { Button } from 'antd';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { saveFile } from '../../../lib/save-file.ts';
import { showToast } from '../../../lib/toast.ts';
import { m } from '../../../paraglide/messages.js';
import { useMay } from '../../identity/index.ts';
import type { ProjectsSearch } from '../improvement.search.ts';

export function NewButton({ onClick }: { readonly onClick: () => void }) {
  const may = useMay();
  if (!may('improvement.write')) return null;
  return (
    <Button type="primary" onClick={onClick}>
      {m.improvement_new()}
    </Button>
  );
}

/** The projects of the filter, as a table file. */
export function ExportButton({ search: { q, state, template } }: { readonly search: ProjectsSearch }) {
  const format = useFormat();
  const fetchFile = useMutation({
    mutationFn: () => call(exportProjects, { query: { q, state, template, locale: format.locale } }),
    onSuccess: ({ text, projects }) => {
      saveFile('projects.csv', new Blob([text], { type: 'text/csv' }));
      showToast({ tone: 'good', words: m.improvement_exported({ n: format.number(projects) }) });
    },
  });
  return (
    <Button loading={fetchFile.isPending} onClick={() => fetchFile.mutate()}>
      {m.improvement_export()}
    </Button>
  );
}
