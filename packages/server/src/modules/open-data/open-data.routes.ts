import * as logins from '@zhiheng/contract/open-data/bi-logins';
import * as tables from '@zhiheng/contract/open-data/tables';
import * as tmf from '@zhiheng/contract/open-data/tmf';
import * as webhooks from '@zhiheng/contract/open-data/webhooks';
import type { Config } from '../../platform/config.ts';
import type { BiLogins } from '../../platform/database/bi-logins.ts';
import { bind, type Binder } from '../../platform/http/bind.ts';
import { networksOf } from '../../platform/outbound/address-guard.ts';
import type { Sealer } from '../../platform/sealed/sealer.ts';
import { createBiLogin, listBiLogins, revokeBiLogin, rotateBiLogin } from './bi/bi-logins.ts';
import { listOpenTables } from './tables/describe-tables.ts';
import { exportTable } from './tables/export-table.ts';
import { listObjectives, listViolations } from './tmf/list-objectives.ts';
import { getTicket, listTickets } from './tmf/list-tickets.ts';
import { deleteWebhook } from './webhooks/delete-webhook.ts';
import { listWebhookDeliveries, readWebhookDelivery, replayWebhookDelivery } from './webhooks/deliveries.ts';
import { createWebhook, rotateWebhookSecret, updateWebhook } from './webhooks/save-webhook.ts';
import { listWebhooks } from './webhooks/webhook-rows.ts';

interface Parts {
  readonly sealer: Sealer;
  readonly biLogins: BiLogins;
  readonly config: Pick<Config, 'webhookNetworks' | 'databaseUrl'>;
}

export function bindOpenData(binder: Binder, { sealer, biLogins, config }: Parts): void {
  const reaching = { sealer, allowed: networksOf(config.webhookNetworks) };
  const reachable = { biLogins, databaseUrl: config.databaseUrl };
  bind(binder, webhooks.listWebhooks, listWebhooks);
  bind(binder, webhooks.createWebhook, createWebhook(reaching));
  bind(binder, webhooks.updateWebhook, updateWebhook(reaching));
  bind(binder, webhooks.deleteWebhook, deleteWebhook);
  bind(binder, webhooks.rotateWebhookSecret, rotateWebhookSecret(reaching));
  bind(binder, webhooks.listWebhookDeliveries, listWebhookDeliveries);
  bind(binder, webhooks.readWebhookDelivery, readWebhookDelivery);
  bind(binder, webhooks.replayWebhookDelivery, replayWebhookDelivery);
  bind(binder, logins.listBiLogins, listBiLogins);
  bind(binder, logins.createBiLogin, createBiLogin(reachable));
  bind(binder, logins.rotateBiLogin, rotateBiLogin(reachable));
  bind(binder, logins.revokeBiLogin, revokeBiLogin(reachable));
  bind(binder, tables.listOpenTables, listOpenTables);
  bind(binder, tables.exportOpenTable, exportTable(binder.root));
  bind(binder, tmf.listTmfObjectives, listObjectives);
  bind(binder, tmf.listTmfViolations, listViolations);
  bind(binder, tmf.listTmfTickets, listTickets);
  bind(binder, tmf.getTmfTicket, getTicket);
}
