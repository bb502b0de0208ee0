import { getRouteApi } from '@tanstack/react-router';
import { Steps } from 'antd';
import { m } from '../../paraglide/messages.js';
import { PageHeader } from '../../ui/page-header.tsx';
import { FileSteps } from './file-steps.tsx';
import { wizardSteps, type WizardSearch } from './import-wizard.search.ts';
import { UploadStep } from './upload-step.tsx';
import styles from './wizard.module.css';

const route = getRouteApi('/app/imports/new');

const titles: Readonly<Record<(typeof wizardSteps)[number], () => string>> = {
  upload: m.imports_step_upload,
  preview: m.imports_step_preview,
  mapping: m.imports_step_mapping,
  'dry-run': m.imports_step_dry_run,
};

/** From a file to observations, step by step; the address knows the step and the file. */
export function ImportWizardPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const step = search.file === undefined ? 'upload' : (search.step ?? 'preview');
  const go = (next: WizardSearch) => void navigate({ search: next });
  const place = wizardSteps.indexOf(step);
  const steps = [...wizardSteps.map((name) => ({ title: titles[name]() })), { title: m.imports_step_import() }];
  return (
    <>
      <PageHeader title={m.imports_wizard_title()} line={m.imports_subtitle()} />
      <nav aria-label={m.imports_steps()} className={styles.steps}>
        <Steps size="small" current={place} responsive={false} items={steps} titlePlacement="vertical" />
      </nav>
      {search.file === undefined || step === 'upload' ? (
        <UploadStep onUploaded={(file) => go({ step: 'preview', file })} />
      ) : (
        <FileSteps key={search.file} fileId={search.file} step={step} dryRunId={search.dryRun} onGo={go} />
      )}
    </>
  );
}
