import { z } from 'zod';
import { done, endpoint } from '../endpoint.ts';
import { id, idParams, instant } from '../values/page.ts';
import { code, localText } from '../values/text.ts';

/** Why a run found the service up or down. `refused-address` is no answer of the service: the address may not be probed from here. */
export const probeReason = z.enum([
  'ok',
  'name-not-found',
  'refused-address',
  'not-connected',
  'timeout',
  'certificate',
  'wrong-status',
  'text-missing',
  'too-many-redirects',
  'no-http',
]);
export type ProbeReason = z.infer<typeof probeReason>;

/** `late`: no run where one should have been; `off`: not looked at any more. */
export const probeState = z.enum(['up', 'down', 'unknown', 'late', 'off']);
export type ProbeState = z.infer<typeof probeState>;

const webAddress = z
  .url({ protocol: /^https?$/ })
  .max(2000)
  .refine((text) => !/^https?:\/\/[^/?#]*@/i.test(text), 'no_credentials');
/** A host and a port: `db.example.org:5432`, `[2001:db8::1]:22`. */
const hostAndPort = z
  .string()
  .max(260)
  .regex(/^([a-z0-9._-]+|\[[0-9a-f:.]+\]):\d{1,5}$/i, 'host_and_port')
  .refine((text) => URL.canParse(`tcp://${text}`), 'host_and_port');

const fields = z.object({
  name: localText,
  serviceId: id,
  intervalSeconds: z.number().int().min(30).max(3600),
  timeoutMs: z.number().int().min(100).max(30_000),
  enabled: z.boolean(),
});
const httpTarget = z.object({
  kind: z.literal('http'),
  address: webAddress,
  /** empty: every 2xx is good */
  expectedStatus: z.array(z.number().int().min(100).max(599)).max(20),
  /** what the first 256 KB of the answer must contain */
  expectedText: z.string().min(1).max(400).nullable(),
  followRedirects: z.boolean(),
});
const tcpTarget = z.object({ kind: z.literal('tcp'), address: hostAndPort });
export const probeTarget = z.discriminatedUnion('kind', [httpTarget, tcpTarget]);
export type ProbeTarget = z.infer<typeof probeTarget>;

const probeRun = z.object({ at: instant, up: z.boolean(), latencyMs: z.number().int().nullable(), reason: probeReason });
export const probeDay = z.object({ day: z.iso.date(), up: z.number().int(), down: z.number().int(), missed: z.number().int() });
export type ProbeDay = z.infer<typeof probeDay>;

export const probe = fields.extend({
  id,
  code,
  target: probeTarget,
  serviceName: localText,
  version: z.number().int(),
  state: probeState,
  stateSince: instant.nullable(),
  last: probeRun.nullable(),
  tlsExpiresAt: instant.nullable(),
  /** ascending; days without any run that was due are left out */
  days: z.array(probeDay),
  /** the last forty, ascending */
  runs: z.array(probeRun),
});
export type Probe = z.infer<typeof probe>;

const target = probeTarget;

export const listProbes = endpoint('GET /api/v1/probes', {
  summary: 'Probes with their last runs and days, by name of the service',
  access: 'objectives.read',
  query: z.object({ days: z.coerce.number().int().min(1).max(90).default(28) }),
  response: z.object({ items: z.array(probe) }),
});
export const createProbe = endpoint('POST /api/v1/probes', {
  summary: 'Add a probe: it looks over HTTP or TCP whether a service answers, and how fast',
  access: 'objectives.define',
  body: fields.extend({ code, target }).partial({ timeoutMs: true, enabled: true }),
  response: probe,
});
/** `version` is the version that was read; another one means somebody else saved first. */
export const updateProbe = endpoint('PATCH /api/v1/probes/:id', {
  summary: 'Change a probe, or switch it off and on',
  access: 'objectives.define',
  params: idParams,
  body: fields.extend({ target }).partial().extend({ version: z.number().int() }),
  response: probe,
});
export const deleteProbe = endpoint('DELETE /api/v1/probes/:id', {
  summary: 'Delete a probe that no objective needs; what it observed stays',
  access: 'objectives.define',
  params: idParams,
  response: done,
});
export const runProbe = endpoint('POST /api/v1/probes/:id/runs', {
  summary: 'Let a probe look within the next second, besides its rhythm',
  access: 'objectives.define',
  params: idParams,
  response: done,
});
