import { m } from '../../../paraglide/messages.js';
import { Field } from '../../../ui/door/field.tsx';
import { PasswordField } from '../../../ui/door/password-field.tsx';
import type { StepProps } from './step-faces.ts';

export function AdministratorStep({ draft, change, problems }: StepProps) {
  return (
    <>
      <Field label={m.shell_your_name()} error={problems.get('name')}>
        {(wiring) => (
          <input {...wiring} autoComplete="name" value={draft.name} onChange={(event) => change({ name: event.target.value })} />
        )}
      </Field>
      <Field label={m.shell_email()} error={problems.get('email')} help={m.shell_setup_email_help()}>
        {(wiring) => (
          <input
            {...wiring}
            type="email"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            value={draft.email}
            onChange={(event) => change({ email: event.target.value })}
          />
        )}
      </Field>
      <PasswordField
        label={m.shell_password()}
        help={m.shell_password_help()}
        value={draft.password}
        onChange={(password) => change({ password })}
        autoComplete="new-password"
        error={problems.get('password')}
      />
    </>
  );
}
