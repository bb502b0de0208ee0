import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { QueryView } from '../../ui/query-view.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { DryRunStep } from './dry-run-step.tsx';
import type { WizardSearch } from './import-wizard.search.ts';
import { mappingsQuery, previewQuery, type FileOptions } from './imports.query.ts';
import { keptMapping } from './kept-mapping.ts';
import { MappingStep } from './mapping-step.tsx';
import { PreviewStep } from './preview-step.tsx';

interface Props {
  readonly fileId: string;
  readonly step: Exclude<WizardSearch['step'], undefined>;
  readonly dryRunId: string | undefined;
  readonly onGo: (search: WizardSearch) => void;
}

/** The steps that have a file: how it is read, how it is mapped, what would come of it. */
export function FileSteps({ fileId, step, dryRunId, onGo }: Props) {
  const [options, setOptions] = useState<FileOptions>(() => keptMapping(fileId)?.options ?? {});
  const query = useQuery(previewQuery(fileId, options));
  const saved = useQuery(mappingsQuery);
  const go = (next: WizardSearch['step'], dryRun?: string) =>
    onGo({ file: fileId, step: next, ...(dryRun === undefined ? {} : { dryRun }) });
  if (step === 'dry-run') return <DryRunStep fileId={fileId} jobId={dryRunId} onBack={() => go('mapping')} />;
  return (
    <QueryView query={query} skeleton={<Skeleton rows={10} height={24} />}>
      {(preview) =>
        step === 'mapping' ? (
          <QueryView query={saved}>
            {(mappings) => (
              <MappingStep
                fileId={fileId}
                preview={preview}
                options={options}
                saved={mappings}
                onBack={() => go('preview')}
                onDryRun={(job) => go('dry-run', job)}
              />
            )}
          </QueryView>
        ) : (
          <PreviewStep preview={preview} options={options} onOptions={setOptions} onBack={() => onGo({})} onNext={() => go('mapping')} />
        )
      }
    </QueryView>
  );
}
