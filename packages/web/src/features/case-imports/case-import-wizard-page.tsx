import { getRouteApi } from '@tanstack/react-router';
import { Steps } from 'antd';
import { m } from '../../paraglide/messages.js';
import { FileDrop } from '../../ui/file-drop.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import styles from './case-imports.module.css';
import { caseImportSteps, type CaseImportSearch } from './case-import-wizard.search.ts';
import { uploadOf } from './case-imports.query.ts';
import { DryRunStep } from './dry-run-step.tsx';
import { MappingStep } from './mapping-step.tsx';

const route = getRouteApi('/app/case-imports/new');

const titles: Readonly<Record<(typeof caseImportSteps)[number], () => string>> = {
  file: m.case_imports_step_file,
  mapping: m.case_imports_step_mapping,
  'dry-run': m.case_imports_step_dry_run,
};

const accepted = ['.csv', '.tsv', '.txt', '.xlsx', '.json'];

/** From what another desk exported to cases, step by step; the address knows the step and the file. */
export function CaseImportWizardPage() {
  const { file, step: asked = 'mapping', dryRun } = route.useSearch();
  const navigate = route.useNavigate();
  const go = (next: CaseImportSearch) => void navigate({ search: next });
  const step = file === undefined ? 'file' : asked;
  const steps = [...caseImportSteps.map((name) => ({ title: titles[name]() })), { title: m.case_imports_step_import() }];
  return (
    <>
      <PageHeader title={m.case_imports_wizard_title()} line={m.case_imports_subtitle()} />
      <nav aria-label={m.case_imports_steps()} className={styles.steps}>
        <Steps size="small" current={caseImportSteps.indexOf(step)} responsive={false} items={steps} titlePlacement="vertical" />
      </nav>
      {file === undefined || step === 'file' ? (
        <FileDrop
          accepted={accepted}
          hint={m.case_imports_drop_hint()}
          wrongKind={m.case_imports_wrong_kind()}
          upload={uploadOf}
          onUploaded={(id) => go({ step: 'mapping', file: id })}
        />
      ) : null}
      {file !== undefined && step === 'mapping' ? (
        <MappingStep key={file} fileId={file} onBack={() => go({})} onDryRun={(job) => go({ step: 'dry-run', file, dryRun: job })} />
      ) : null}
      {file !== undefined && step === 'dry-run' ? (
        <DryRunStep fileId={file} jobId={dryRun} onBack={() => go({ step: 'mapping', file })} />
      ) : null}
    </>
  );
}
