import { Drawer } from 'antd';
import { Suspense } from 'react';
import { m } from '../../paraglide/messages.js';
import { Skeleton } from '../../ui/states.tsx';
import { LazyIndicatorForm } from '../indicators/index.ts';

/** Makes an indicator without leaving the wizard. */
export function NewIndicatorDrawer({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  return (
    <Drawer open={open} onClose={onClose} destroyOnHidden size={640} title={m.imports_new_indicator_title()}>
      <Suspense fallback={<Skeleton />}>
        <LazyIndicatorForm indicator={null} onDone={onClose} />
      </Suspense>
    </Drawer>
  );
}
