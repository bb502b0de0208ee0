import * as api from '@zhiheng/contract/diagnosis/signals';
import { bind, type Binder } from '../../platform/http/bind.ts';
import { readControlChart } from './charts/read-control-chart.ts';
import { readForecast } from './charts/read-forecast.ts';
import { readHotSpots } from './hot-spots/read-hot-spots.ts';
import { createSignalRule, deleteSignalRule, listSignalRules, updateSignalRule } from './rules/signal-rules.ts';
import { watchHeadline } from './rules/watch-headline.ts';
import { acknowledgeSignal, findSignal, listSignals } from './signals/list-signals.ts';

export function bindDiagnosis(binder: Binder): void {
  bind(binder, api.listSignalRules, listSignalRules);
  bind(binder, api.createSignalRule, createSignalRule);
  bind(binder, api.updateSignalRule, updateSignalRule);
  bind(binder, api.deleteSignalRule, deleteSignalRule);
  bind(binder, api.watchHeadline, (call) => watchHeadline(call));
  bind(binder, api.listSignals, listSignals);
  bind(binder, api.getSignal, (call, { params }) => findSignal(call, params.id));
  bind(binder, api.acknowledgeSignal, acknowledgeSignal);
  bind(binder, api.readControlChart, readControlChart);
  bind(binder, api.readForecast, readForecast);
  bind(binder, api.readHotSpots, readHotSpots);
}
