import * as api from '@zhiheng/contract/catalog/services';
import { bind, type Binder } from '../../platform/http/bind.ts';
import { createService } from './create-service.ts';
import { deleteService } from './delete-service.ts';
import { getService } from './get-service.ts';
import { listServices } from './list-services.ts';
import { updateService } from './update-service.ts';

export function bindCatalog(binder: Binder): void {
  bind(binder, api.listServices, listServices);
  bind(binder, api.getService, getService);
  bind(binder, api.createService, createService);
  bind(binder, api.updateService, updateService);
  bind(binder, api.deleteService, deleteService);
}
