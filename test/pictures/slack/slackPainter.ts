import type { FakeMessage } from '@medikey/slack/testing'
import { html } from 'hono/html'
import type { Member } from '../../chat/Chat.ts'
import { toDisplayName } from '../names.ts'
import type { Painter } from '../Shot.ts'
import { paintBlocks } from './paintBlocks.ts'

/** Draws what was posted to the double of Slack as Slack shows it. */
export const slackPainter: Painter = {
  css: `
    .frame { font: 15px/1.46 Lato, "Noto Sans", "Noto Color Emoji", sans-serif; }
    .light { background: #fff; color: #1d1c1d; --quiet: #616061; --line: #ddd; --mention: #1264a3;
      --mention-back: #e8f5fa; --code: #c01343; --code-back: #f7f7f7; --bar: #f8f8f8; }
    .dark { background: #1a1d21; color: #d1d2d3; --quiet: #ababad; --line: #43474c; --mention: #1d9bd1;
      --mention-back: #1d9bd11a; --code: #e8912d; --code-back: #232529; --bar: #222529; }
    .header { font-weight: 900; font-size: 18px; margin: 2px 0 4px; }
    .text { white-space: pre-wrap; margin: 2px 0 6px; }
    .context { color: var(--quiet); font-size: 13px; margin: 4px 0; }
    .mention { color: var(--mention); background: var(--mention-back); border-radius: 3px; padding: 0 2px 1px; }
    .button { display: inline-block; border: 1px solid var(--line); border-radius: 4px; font-weight: 700;
      padding: 3px 12px 4px; margin: 4px 8px 4px 0; }
    .primary { background: #007a5a; border-color: #007a5a; color: #fff; }
    .danger { border-color: #e01e5a; color: #e01e5a; }`,
  paint: ({ seen }) => String(html`${paintBlocks((seen.native as FakeMessage).blocks, { nameOf })}`),
}

function nameOf(userId: string): string {
  return toDisplayName(userId.replace(/^U0/, '').toLowerCase() as Member)
}
