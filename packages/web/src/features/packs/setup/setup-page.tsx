import type { FormEvent } from 'react';
import { m } from '../../../paraglide/messages.js';
import { DoorButton } from '../../../ui/door/door-button.tsx';
import { DoorPage } from '../../../ui/door/door-page.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { Skeleton } from '../../../ui/states.tsx';
import door from '../../../ui/door/door.module.css';
import { steps } from './draft.ts';
import { SetupProgress } from './setup-progress.tsx';
import { stepFaces } from './step-faces.ts';
import { useSetup } from './use-setup.ts';
import styles from './setup.module.css';

/** First run: language, organisation, time zone, industry pack, administrator, demo data or not. */
export function SetupPage() {
  const setup = useSetup();
  const { step, place, pending, state } = setup;
  const { title, Face } = stepFaces[step];
  if (!setup.hasToken)
    return (
      <DoorPage title={m.shell_setup_title()}>
        <p className={styles.words}>{m.shell_setup_token_missing()}</p>
      </DoorPage>
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setup.forward();
  };
  return (
    <DoorPage wide title={m.shell_setup_title()} line={m.shell_setup_line()}>
      <ol className={styles.steps} aria-label={m.shell_setup_steps()}>
        {steps.map((one, index) => (
          <li key={one} aria-current={one === step ? 'step' : undefined} className={index < place ? styles.past : undefined}>
            <span className={styles.number} aria-hidden="true">
              {index < place ? '✓' : index + 1}
            </span>
            {stepFaces[one].title()}
          </li>
        ))}
      </ol>
      {pending ? (
        <SetupProgress demo={setup.draft.demo && setup.draft.pack !== null} />
      ) : (
        <form className={door.form} onSubmit={submit} noValidate>
          <h2>{title()}</h2>
          {state === null && setup.error === null ? (
            <Skeleton rows={5} />
          ) : (
            <Face draft={setup.draft} change={setup.change} problems={setup.problems} packs={state?.packs ?? []} />
          )}
          <ProblemAlert error={setup.error} />
          <div className={styles.buttons}>
            {place === 0 ? (
              <span />
            ) : (
              <DoorButton quiet onClick={setup.back}>
                {m.shell_setup_back()}
              </DoorButton>
            )}
            <DoorButton>{step === 'demo' ? m.shell_setup_finish() : m.shell_setup_next()}</DoorButton>
          </div>
        </form>
      )}
    </DoorPage>
  );
}
