import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import type { Member } from '../chat/Chat.ts'
import { openDiscordChat } from '../chat/openDiscordChat.ts'
import { openSlackChat } from '../chat/openSlackChat.ts'
import { createCleanup } from '../harness/createCleanup.ts'
import { createDiscordPainter } from './discord/discordPainter.ts'
import { paintPage } from './paintPage.ts'
import { shrinkPng } from './shrinkPng.ts'
import { slackPainter } from './slack/slackPainter.ts'
import { takeShots } from './takeShots.ts'

const FOLDER = fileURLToPath(new URL('../../docs/images/chat/', import.meta.url))

/**
 * Plays the first steps of a new user on each chat platform and draws what was posted there, as files of docs/images/chat.
 * The browser is the machine's own: CHROMIUM names it, /usr/bin/chromium unless told.
 */
async function main(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true })
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--font-render-hinting=none'],
  })
  const page = await browser.newPage({ viewport: { width: 1100, height: 400 } })
  const cleanup = createCleanup()
  try {
    const slack = await openSlackChat({ mode: 'socket', cleanup })
    const discord = await openDiscordChat({ cleanup })
    for (const { chat, painter } of [
      { chat: slack, painter: slackPainter },
      { chat: discord, painter: createDiscordPainter({ nameOf: toMember }) },
    ]) {
      for (const shot of await takeShots(chat)) {
        const path = `${FOLDER}${chat.platform}-${shot.name}.png`
        await page.setContent(paintPage(shot, { painter }))
        writeFileSync(path, shrinkPng(await page.locator('body').screenshot()))
        process.stdout.write(`${path}\n`)
      }
    }
  } finally {
    await cleanup.run()
    await browser.close()
  }
}

function toMember(userId: string): Member {
  const members: readonly Member[] = ['cmo', 'alice', 'ben', 'nadia', 'tom', 'ines']
  return members[Number(userId.slice(-1)) - 1] ?? 'mallory'
}

await main()
