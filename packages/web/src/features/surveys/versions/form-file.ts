import type { Form } from '@zhiheng/forms/definition';

/** A form as a file that can be imported again. */
export const formFile = (form: Form): Blob => new Blob([`${JSON.stringify(form, null, 2)}\n`], { type: 'application/json' });
