import { m } from '../../paraglide/messages.js';
import { FileDrop } from '../../ui/file-drop.tsx';
import { uploadOf } from './imports.query.ts';

const accepted = ['.csv', '.tsv', '.txt', '.xlsx'];

interface Props {
  readonly onUploaded: (fileId: string) => void;
}

export function UploadStep({ onUploaded }: Props) {
  return (
    <FileDrop
      accepted={accepted}
      hint={m.imports_drop_hint()}
      wrongKind={m.imports_wrong_kind()}
      upload={uploadOf}
      onUploaded={onUploaded}
    />
  );
}
