import { html, raw } from 'hono/html'

const CSS = `
  body { margin: 0; display: inline-flex; }
  .frame { width: 500px; padding: 16px; display: grid; gap: 10px; }
  .light { background: #fff; }
  .dark { background: #1a1d21; }
  img { display: block; width: 100%; }`

/** A page that shows a digest's charts one below the other, on a light ground on the left and a dark one on the right. */
export function paintCharts(charts: readonly { readonly png: Uint8Array; readonly alt: string }[]): string {
  const images = charts.map(
    ({ png, alt }) =>
      html`<img alt="${alt}" src="data:image/png;base64,${Buffer.from(png).toString('base64')}">`,
  )
  return String(html`<!doctype html><meta charset="utf-8"><style>${raw(CSS)}</style>
    <body><div class="frame light">${images}</div><div class="frame dark">${images}</div></body>`)
}
