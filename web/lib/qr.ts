import encodeQR from 'qr';
import { html, type View } from './html.ts';

/** Around the code, as ISO/IEC 18004 asks for; without it cameras miss the corners. */
const QUIET_MODULES = 4;

/** A text as a QR code: always dark on white, because many scanners take no other. */
export function qrCode(text: string, label: string): View {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: QUIET_MODULES });
  return html`<svg
    class="qr"
    role="img"
    aria-label=${label}
    viewBox="0 0 ${rows.length} ${rows.length}"
    shape-rendering="crispEdges"
  >
    <rect width="100%" height="100%" fill="#fff" />
    <path fill="#000" d=${pathOf(rows)} />
  </svg>`;
}

/** One sub-path for each run of dark modules in a row. */
function pathOf(rows: boolean[][]): string {
  let path = '';
  rows.forEach((row, y) => {
    for (let x = 0; x < row.length; x++) {
      if (!row[x]) continue;
      const start = x;
      while (row[x + 1]) x++;
      path += `M${start} ${y}h${x - start + 1}v1H${start}z`;
    }
  });
  return path;
}
