import { QRCode } from 'antd';

/** Pixels of the file that is saved: enough for a poster. */
const pixels = 960;
/** Four modules of white around it, as ISO/IEC 18004 asks. */
const quietZone = 4;

/** Dark on white in both themes: many readers take nothing else. */
export function QrPicture({ value, label }: { readonly value: string; readonly label: string }) {
  return (
    <QRCode
      value={value}
      size={pixels}
      marginSize={quietZone}
      color="#000"
      bgColor="#fff"
      bordered={false}
      style={{ width: 176, height: 176 }}
      role="img"
      aria-label={label}
    />
  );
}
