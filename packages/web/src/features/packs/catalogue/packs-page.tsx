import { useQuery } from '@tanstack/react-query';
import { listPacks } from '@zhiheng/contract/packs/packs';
import { call } from '../../../lib/call.ts';
import { m } from '../../../paraglide/messages.js';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { useMay } from '../../identity/index.ts';
import { DemoCard } from './demo-card.tsx';
import { PackCard } from './pack-card.tsx';
import { UploadPack } from './upload-pack.tsx';
import styles from './packs.module.css';

export function PacksPage() {
  const query = useQuery({ queryKey: ['packs'], queryFn: ({ signal }) => call(listPacks, undefined, { signal }) });
  const may = useMay();
  const manages = may('packs.manage');
  return (
    <>
      <PageHeader title={m.shell_nav_packs()} line={m.admin_packs_line()} actions={manages ? <UploadPack /> : undefined} />
      <QueryView query={query} isEmpty={({ items }) => items.length === 0} empty={{ title: m.admin_packs_none() }}>
        {({ items }) => (
          <div className={styles.page}>
            {items.some((pack) => pack.demoLoaded) ? <DemoCard packs={items} manages={manages} /> : null}
            <div className={styles.grid}>
              {items.map((pack) => (
                <PackCard key={pack.code} pack={pack} manages={manages} demoLoaded={items.some((one) => one.demoLoaded)} />
              ))}
            </div>
          </div>
        )}
      </QueryView>
    </>
  );
}
