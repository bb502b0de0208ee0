import type { RouteShorthandOptions } from 'fastify';
import * as api from '@zhiheng/contract/cases/portal';
import { rateByLink as rateEndpoint } from '@zhiheng/contract/cases/ratings';
import { bind, bindPublic, type Binder } from '../../../platform/http/bind.ts';
import { rateByLink } from '../ratings/rate-case.ts';
import { confirmByLink } from './confirm-by-link.ts';
import { fileCase } from './file-case.ts';
import { makeCaseLink, revokeCaseLink } from './give-link.ts';
import type { Links } from '../../../platform/http/public-links.ts';
import { openPortal, readAtPortal, solvedAtPortal, suggestAtPortal } from './open-portal.ts';
import { savePortalSettings, showPortalSettings } from './portal-settings.ts';
import { downloadByLink, readByLink, uploadByLink, writeByLink } from './write-by-link.ts';

export function bindPortal(binder: Binder, links: Links): void {
  bind(binder, api.getPortalSettings, showPortalSettings(links));
  bind(binder, api.savePortalSettings, savePortalSettings(links));
  bind(binder, api.makeCaseLink, makeCaseLink(links));
  bind(binder, api.revokeCaseLink, revokeCaseLink);
  bindPublic(binder, api.openPortal, openPortal);
  bindPublic(often(binder, 60), api.suggestAtPortal, suggestAtPortal);
  bindPublic(often(binder, 30), api.readAtPortal, readAtPortal);
  bindPublic(often(binder, 30), api.solvedAtPortal, solvedAtPortal);
  bindPublic(often(binder, 10), api.fileCase, fileCase(links.sealer));
  bindPublic(often(binder, 60), api.readByLink, readByLink);
  bindPublic(often(binder, 20), api.writeByLink, writeByLink);
  bindPublic(often(binder, 20), api.uploadByLink, uploadByLink);
  bindPublic(often(binder, 60), api.downloadByLink, downloadByLink);
  bindPublic(often(binder, 20), api.confirmByLink, confirmByLink);
  bindPublic(often(binder, 20), rateEndpoint, rateByLink);
}

/** So many calls a minute from one address: doors without an account are where programs knock. */
const often = (binder: Binder, max: number): Binder => {
  const options: RouteShorthandOptions = { config: { rateLimit: { max, timeWindow: '1 minute' } } };
  return { ...binder, options };
};
