import { z } from 'zod';
import { done, endpoint } from '../endpoint.ts';
import { id, idParams, instant, pageOf, pageQuery } from '../values/page.ts';
import { code, localText } from '../values/text.ts';
import { permission } from './permission.ts';
import { email, password } from './sign-in.ts';
import { accountState } from './account-state.ts';

export const account = z.object({
  id,
  email: z.string(),
  name: z.string(),
  state: accountState,
  roles: z.array(code),
  teams: z.array(z.object({ id, name: localText, lead: z.boolean() })),
  createdAt: instant,
  lastSeenAt: instant.nullable(),
});
export type Account = z.infer<typeof account>;

/** A private link, shown once to the administrator, who hands it on. No mail server is needed. */
const accessLink = z.object({ url: z.string(), expiresAt: instant });

export const listAccounts = endpoint('GET /api/v1/accounts', {
  summary: 'People with an account',
  access: 'identity.read',
  query: pageQuery.extend({ q: z.string().max(100).optional(), state: accountState.optional() }),
  response: pageOf(account),
});
const teamMembership = z.object({ teamId: id, lead: z.boolean().default(false) });
export const inviteAccount = endpoint('POST /api/v1/accounts', {
  summary: 'Invite a person; returns the private link',
  access: 'identity.manage',
  body: z.object({
    email,
    name: z.string().trim().min(1).max(100),
    roles: z.array(code).min(1),
    teams: z.array(teamMembership).default([]),
  }),
  response: z.object({ account, link: accessLink }),
});
export const updateAccount = endpoint('PATCH /api/v1/accounts/:id', {
  summary: 'Change name, roles, teams or state of a person',
  access: 'identity.manage',
  params: idParams,
  body: z
    .object({
      name: z.string().trim().min(1).max(100),
      roles: z.array(code).min(1),
      state: z.enum(['active', 'disabled']),
      teams: z.array(teamMembership),
    })
    .partial(),
  response: account,
});
export const deleteAccount = endpoint('DELETE /api/v1/accounts/:id', {
  summary: 'Move an account to the trash; its sessions end',
  access: 'identity.manage',
  params: idParams,
  response: done,
});
export const createResetLink = endpoint('POST /api/v1/accounts/:id/reset-link', {
  summary: 'Make a link with which the person sets a new password',
  access: 'identity.manage',
  params: idParams,
  response: accessLink,
});

const token = z.string().regex(/^[A-Za-z0-9_-]{20,100}$/, 'token');
export const readAccessLink = endpoint('GET /api/v1/access-links/:token', {
  summary: 'What an invitation or reset link is for',
  access: 'public',
  params: z.object({ token }),
  response: z.object({ kind: z.enum(['invite', 'reset']), email: z.string(), name: z.string(), organisation: z.string() }),
});
export const useAccessLink = endpoint('POST /api/v1/access-links/:token', {
  summary: 'Set the password by a link and sign in',
  access: 'public',
  params: z.object({ token }),
  body: z.object({ password, name: z.string().trim().min(1).max(100).optional() }),
  response: done,
});

export const role = z.object({
  id,
  code,
  name: localText,
  permissions: z.array(permission),
  builtIn: z.boolean(),
  accounts: z.number().int(),
});
export type Role = z.infer<typeof role>;
export const listRoles = endpoint('GET /api/v1/roles', {
  summary: 'Roles and what they may do',
  access: 'identity.read',
  response: z.object({ items: z.array(role) }),
});
const roleFields = z.object({ name: localText, permissions: z.array(permission) });
export const createRole = endpoint('POST /api/v1/roles', {
  summary: 'Add a role of one’s own',
  access: 'identity.manage',
  body: roleFields.extend({ code }),
  response: role,
});
export const updateRole = endpoint('PATCH /api/v1/roles/:id', {
  summary: 'Change a role of one’s own; the built-in ones stay',
  access: 'identity.manage',
  params: idParams,
  body: roleFields.partial(),
  response: role,
});
export const deleteRole = endpoint('DELETE /api/v1/roles/:id', {
  summary: 'Delete a role that nobody has',
  access: 'identity.manage',
  params: idParams,
  response: done,
});

export const apiKey = z.object({
  id,
  name: z.string(),
  prefix: z.string(),
  role: code,
  createdAt: instant,
  createdBy: z.string(),
  expiresAt: instant.nullable(),
  lastUsedAt: instant.nullable(),
});
export type ApiKey = z.infer<typeof apiKey>;
export const listApiKeys = endpoint('GET /api/v1/api-keys', {
  summary: 'API keys in force',
  access: 'identity.manage',
  response: z.object({ items: z.array(apiKey) }),
});
export const createApiKey = endpoint('POST /api/v1/api-keys', {
  summary: 'Make an API key; the key itself is shown this once',
  access: 'identity.manage',
  body: z.object({ name: z.string().trim().min(1).max(100), role: code, expiresAt: instant.nullable().default(null) }),
  response: z.object({ apiKey, key: z.string() }),
});
export const revokeApiKey = endpoint('DELETE /api/v1/api-keys/:id', {
  summary: 'Revoke an API key at once',
  access: 'identity.manage',
  params: idParams,
  response: done,
});
