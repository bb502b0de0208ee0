import { signIn } from '@zhiheng/contract/identity/sign-in';
import type { Reply } from '@zhiheng/contract/endpoint';
import { useState, type FormEvent } from 'react';
import { call } from '../../../lib/call.ts';
import { fieldProblems } from '../../../lib/problem-words.ts';
import { useTask } from '../../../lib/use-task.ts';
import { m } from '../../../paraglide/messages.js';
import { ChoiceCard } from '../../../ui/door/choice-card.tsx';
import { DoorButton } from '../../../ui/door/door-button.tsx';
import { Field } from '../../../ui/door/field.tsx';
import { PasswordField } from '../../../ui/door/password-field.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import door from '../../../ui/door/door.module.css';
import { nextPage } from './next-page.ts';

type Answer = Reply<typeof signIn>;
type Organisations = Extract<Answer, { kind: 'choose-organisation' }>['organisations'];

/** Address and password; whoever belongs to several organisations is asked which one. */
export function SignInForm() {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [organisations, setOrganisations] = useState<Organisations>([]);
  const [organisationId, setOrganisationId] = useState<string | undefined>();
  const task = useTask();
  const wrong = fieldProblems(task.error);

  const enter = async () => {
    const answer = await call(signIn, { body: { email, password, ...(organisationId === undefined ? {} : { organisationId }) } });
    if (answer.kind === 'signed-in') return globalThis.location.assign(nextPage(globalThis.location.search));
    setOrganisations(answer.organisations);
    setOrganisationId(answer.organisations[0]?.id);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!task.pending) task.run(enter);
  };
  return (
    <form className={door.form} onSubmit={submit} noValidate>
      <Field label={m.shell_email()} error={wrong.get('email')}>
        {(wiring) => (
          <input
            {...wiring}
            type="email"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        )}
      </Field>
      <PasswordField
        label={m.shell_password()}
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
        error={wrong.has('password') ? m.shell_password_missing() : undefined}
      />
      {organisations.length === 0 ? null : (
        <fieldset className={door.choices}>
          <legend>{m.shell_choose_organisation()}</legend>
          {organisations.map((one) => (
            <ChoiceCard
              key={one.id}
              group="organisation"
              chosen={one.id === organisationId}
              onChoose={() => setOrganisationId(one.id)}
              title={one.name}
            />
          ))}
        </fieldset>
      )}
      {wrong.size > 0 ? null : <ProblemAlert error={task.error} />}
      <DoorButton pending={task.pending}>{m.shell_sign_in()}</DoorButton>
    </form>
  );
}
