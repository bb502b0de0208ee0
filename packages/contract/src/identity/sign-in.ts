import { z } from 'zod';
import { done, endpoint } from '../endpoint.ts';
import { id, instant } from '../values/page.ts';
import { locale } from '../values/text.ts';
import { permission } from './permission.ts';

export const theme = z.enum(['light', 'dark', 'system']);
export type Theme = z.infer<typeof theme>;

export const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .regex(/^[^\s@]+@[^\s@]+\.?[^\s@]*$/, 'email');
/** At least ten characters; length beats composition rules. */
export const password = z.string().min(10).max(200);

const organisationChoice = z.object({ id, name: z.string() });

/** One address may belong to several organisations: then the answer asks which one. */
export const signIn = endpoint('POST /api/v1/session', {
  summary: 'Sign in with address and password',
  access: 'public',
  body: z.object({ email, password: z.string().min(1).max(200), organisationId: id.optional() }),
  response: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('signed-in') }),
    z.object({ kind: z.literal('choose-organisation'), organisations: z.array(organisationChoice) }),
  ]),
});
export const signOut = endpoint('DELETE /api/v1/session', { summary: 'Sign out', access: 'signed-in', response: done });

export const me = z.object({
  id,
  email: z.string(),
  name: z.string(),
  locale,
  theme,
  roles: z.array(z.string()),
  permissions: z.array(permission),
  organisation: z.object({ id, name: z.string(), locale, timeZone: z.string() }),
});
export type Me = z.infer<typeof me>;
export const getMe = endpoint('GET /api/v1/me', { summary: 'Who is signed in, and what they may do', access: 'signed-in', response: me });
export const updateMe = endpoint('PATCH /api/v1/me', {
  summary: 'Change own name, language or theme',
  access: 'signed-in',
  body: z.object({ name: z.string().trim().min(1).max(100), locale, theme }).partial(),
  response: me,
});
export const changePassword = endpoint('POST /api/v1/me/password', {
  summary: 'Change own password; all other sessions end',
  access: 'signed-in',
  body: z.object({ current: z.string().max(200), next: password }),
  response: done,
});
export const listSessions = endpoint('GET /api/v1/me/sessions', {
  summary: 'Own sessions',
  access: 'signed-in',
  response: z.object({
    items: z.array(
      z.object({
        id,
        createdAt: instant,
        lastSeenAt: instant,
        userAgent: z.string().nullable(),
        address: z.string().nullable(),
        current: z.boolean(),
      }),
    ),
  }),
});
export const endSession = endpoint('DELETE /api/v1/me/sessions/:id', {
  summary: 'End one of the own sessions',
  access: 'signed-in',
  params: z.object({ id }),
  response: done,
});
