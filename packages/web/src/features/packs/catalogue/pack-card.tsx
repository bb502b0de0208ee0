import { useMutation } from '@tanstack/react-query';
import { exportPack, installPack, loadDemo, type PackSummary } from '@zhiheng/contract/packs/packs';
import { Button } from 'antd';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { saveFile } from '../../../lib/save-file.ts';
import { showToast } from '../../../lib/toast.ts';
import { zipFiles } from '../../../lib/zip-files.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { PackState } from './pack-state.tsx';
import { packChangesWords } from './pack-changes-words.ts';
import styles from './packs.module.css';

interface Props {
  readonly pack: PackSummary;
  readonly manages: boolean;
  /** demo data of any pack stand in the organisation: there is room for one */
  readonly demoLoaded: boolean;
}

export function PackCard({ pack, manages, demoLoaded }: Props) {
  const format = useFormat();
  const { code, version, installedVersion } = pack;
  const name = format.text(pack.name);
  const install = useMutation({
    mutationFn: () => call(installPack, { params: { code } }),
    onSuccess: (changes) => showToast({ tone: 'good', words: packChangesWords(name, changes) }),
  });
  const download = useMutation({
    mutationFn: () => call(exportPack, { params: { code } }),
    onSuccess: ({ files }) => {
      const inFolder = Object.entries(files).map(([file, text]) => [`${code}/${file}`, text] as const);
      saveFile(`${code}.zip`, zipFiles(Object.fromEntries(inFolder)));
    },
  });
  const demo = useMutation({
    mutationFn: () => call(loadDemo, { params: { code } }),
    onSuccess: ({ observations }) => showToast({ tone: 'good', words: m.admin_demo_loaded({ count: format.number(observations) }) }),
  });
  return (
    <Card title={name} aside={m.shell_setup_pack_counts({ services: pack.services, indicators: pack.indicators })}>
      <div className={styles.pack}>
        <p className={styles.words}>{format.text(pack.description)}</p>
        <PackState version={version} installedVersion={installedVersion} />
        {manages ? (
          <div className={styles.buttons}>
            <Button type={installedVersion === null ? 'primary' : 'default'} loading={install.isPending} onClick={() => install.mutate()}>
              {installWords(version, installedVersion)}
            </Button>
            {installedVersion === null ? null : (
              <Button loading={download.isPending} onClick={() => download.mutate()}>
                {m.admin_pack_export()}
              </Button>
            )}
            {installedVersion === null || demoLoaded ? null : (
              <Button loading={demo.isPending} onClick={() => demo.mutate()}>
                {m.admin_demo_load()}
              </Button>
            )}
          </div>
        ) : null}
      </div>
    </Card>
  );
}

function installWords(version: number, installed: number | null): string {
  if (installed === null) return m.admin_pack_install();
  return version > installed ? m.admin_pack_update() : m.admin_pack_again();
}
