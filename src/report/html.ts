import { escapeHtml } from '../runtime/markdown.js';
import { probeCharts } from './probe-chart.js';
import type { RollbackReport } from './rollback-report.js';
import type { Timeline } from './timeline.js';

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#1f2328;background:#fff}
table{border-collapse:collapse;width:100%;font-size:.9rem}th,td{border:1px solid #d0d7de;padding:.35rem .6rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}
th{background:#f6f8fa}code{background:#f6f8fa;padding:.1rem .3rem;border-radius:4px}
@media(prefers-color-scheme:dark){body{background:#0d1117;color:#e6edf3}th,code{background:#161b22}th,td{border-color:#30363d}}`;

/** One file without scripts or external resources, to mail or to archive. */
export async function htmlReport(report: RollbackReport): Promise<string> {
  const { marked } = await import('marked');
  const withoutChart = report.markdown.replace(/^```mermaid$[\s\S]*?^```$/m, '');
  const body = await marked.parse(withoutChart, { async: true });
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(report.title)}</title><style>${STYLE}</style></head>
<body>${body}${probeCharts(report.watched)}${timelineSvg(report.timeline)}</body></html>
`;
}

/** The timeline as bars, one a step. */
function timelineSvg(timeline: Timeline): string {
  const rowHeight = 26;
  const label = 330;
  const width = 1000;
  const end = Math.max(1, ...timeline.entries.map(({ to }) => to));
  const scale = (width - label - 80) / end;
  const rows = timeline.entries.map(({ what, from, to }, index) => {
    const y = index * rowHeight;
    const bar = Math.max(2, (to - from) * scale);
    const text = what.length > 42 ? `${what.slice(0, 41)}…` : what;
    return `<text x="0" y="${y + 17}">${escapeHtml(text)}</text><rect x="${label + from * scale}" y="${y + 5}" width="${bar}" height="16" rx="3" fill="#2da44e"/><text x="${label + from * scale + bar + 6}" y="${y + 17}">${((to - from) / 1000).toFixed(1)} s</text>`;
  });
  const height = Math.max(rowHeight, timeline.entries.length * rowHeight);
  return `<h3>Timeline</h3><svg viewBox="0 0 ${width} ${height}" width="100%" role="img" aria-label="Timeline" font-size="13" fill="currentColor">${rows.join('')}</svg>`;
}
