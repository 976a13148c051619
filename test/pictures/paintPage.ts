import { html, raw } from 'hono/html'
import type { Painter, Shot } from './Shot.ts'

const CSS = `
  * { box-sizing: border-box; }
  body { margin: 0; display: inline-flex; }
  .frame { width: 540px; padding-bottom: 16px; }
  .bar { display: flex; justify-content: space-between; padding: 9px 16px; background: var(--bar);
    border-bottom: 1px solid var(--line); font-weight: 700; }
  .bar span:last-child, .note { color: var(--quiet); font-weight: 400; font-size: 13px; }
  .typed { margin: 14px 16px 4px; border: 1px solid var(--line); border-radius: 8px; padding: 8px 12px;
    overflow-wrap: anywhere; }
  .message { display: grid; grid-template-columns: 36px 1fr; gap: 10px; padding: 12px 16px 0; }
  .avatar { width: 36px; height: 36px; border-radius: 8px; background: #0b6e75; color: #fff; font-weight: 700;
    display: grid; place-items: center; }
  .name b { margin-right: 4px; }
  .app { background: var(--line); border-radius: 3px; font-size: 10px; font-weight: 700; padding: 1px 3px; }
  .link { color: var(--mention); }
  code { font: 12.5px/1.5 "DejaVu Sans Mono", "Noto Sans Mono", monospace; color: var(--code);
    background: var(--code-back); border: 1px solid var(--line); border-radius: 3px; padding: 0 3px;
    overflow-wrap: anywhere; }
  hr { border: 0; border-top: 1px solid var(--line); margin: 8px 0; width: 100%; }
  .body { min-width: 0; overflow-wrap: anywhere; }`

/** A page that shows a step, light on the left and dark on the right. */
export function paintPage(shot: Shot, options: { painter: Painter }): string {
  const { painter } = options
  const { by, channel, typed, isPrivate } = shot
  const frame = html`
    <div class="bar"><span># ${channel}</span><span>as ${by}</span></div>
    ${typed === null ? '' : html`<div class="typed">${typed}</div>`}
    <div class="message">
      <div class="avatar">M</div>
      <div class="body">
        ${isPrivate ? html`<div class="note">Only visible to you</div>` : ''}
        <div class="name"><b>MediKey</b> <span class="app">APP</span></div>
        ${raw(painter.paint(shot))}
      </div>
    </div>`
  return String(html`<!doctype html><meta charset="utf-8"><style>${raw(CSS + painter.css)}</style>
    <body><div class="frame light">${frame}</div><div class="frame dark">${frame}</div></body>`)
}
