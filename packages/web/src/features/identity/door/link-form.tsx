import { useAccessLink as redeemAccessLink } from '@zhiheng/contract/identity/accounts';
import { useState, type FormEvent } from 'react';
import { call } from '../../../lib/call.ts';
import { fieldProblems } from '../../../lib/problem-words.ts';
import { useTask } from '../../../lib/use-task.ts';
import { m } from '../../../paraglide/messages.js';
import { DoorButton } from '../../../ui/door/door-button.tsx';
import { DoorPage } from '../../../ui/door/door-page.tsx';
import { Field } from '../../../ui/door/field.tsx';
import { PasswordField } from '../../../ui/door/password-field.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import door from '../../../ui/door/door.module.css';
import type { AccessLink } from './link-page.tsx';

export function LinkForm({ token, link }: { readonly token: string; readonly link: AccessLink }) {
  const [name, setName] = useState(link.name);
  const [password, setPassword] = useState('');
  const task = useTask();
  const wrong = fieldProblems(task.error);
  const invited = link.kind === 'invite';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (task.pending) return;
    task.run(async () => {
      await call(redeemAccessLink, { params: { token }, body: { password, ...(invited ? { name } : {}) } });
      globalThis.location.assign('/app/board');
    });
  };
  return (
    <DoorPage
      title={invited ? m.shell_invite_title({ organisation: link.organisation }) : m.shell_reset_title()}
      line={m.shell_link_line({ organisation: link.organisation, email: link.email })}
    >
      <form className={door.form} onSubmit={submit} noValidate>
        {/* Lets password managers keep the new password with its address. */}
        <input type="email" autoComplete="username" value={link.email} readOnly hidden />
        {invited ? (
          <Field label={m.shell_your_name()} error={wrong.get('name')}>
            {(wiring) => <input {...wiring} autoComplete="name" value={name} onChange={(event) => setName(event.target.value)} />}
          </Field>
        ) : null}
        <PasswordField
          label={m.shell_new_password()}
          help={m.shell_password_help()}
          value={password}
          onChange={setPassword}
          autoComplete="new-password"
          error={wrong.get('password')}
        />
        {wrong.size > 0 ? null : <ProblemAlert error={task.error} />}
        <DoorButton pending={task.pending}>{m.shell_link_submit()}</DoorButton>
      </form>
    </DoorPage>
  );
}
