import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import type { Member } from '../chat/Chat.ts'
import { openDiscordChat } from '../chat/openDiscordChat.ts'
import { openSlackChat } from '../chat/openSlackChat.ts'
import { createCleanup } from '../harness/createCleanup.ts'
import { drawDigest } from './digest/drawDigest.ts'
import { paintCharts } from './digest/paintCharts.ts'
import { createDiscordPainter } from './discord/discordPainter.ts'
import { paintPage } from './paintPage.ts'
import { shrinkPng } from './shrinkPng.ts'
import { slackPainter } from './slack/slackPainter.ts'
import { takeShots } from './takeShots.ts'

const FOLDER = fileURLToPath(new URL('../../docs/images/', import.meta.url))
/** As docs/digest.md shows them: all of a day, and what a week has otherwise. */
const DIGESTS = [
  { period: 'daily', until: new Date('2026-11-26T00:00:00Z'), shown: 4 },
  { period: 'weekly', until: new Date('2026-11-30T00:00:00Z'), shown: 1 },
] as const

/**
 * Plays the first steps of a new user on each chat platform and draws what was posted there, as files of docs/images/chat;
 * and draws the charts of digests, as files of docs/images/digest. The browser is the machine's own: CHROMIUM names it, /usr/bin/chromium unless told.
 */
async function main(): Promise<void> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--font-render-hinting=none'],
  })
  const page = await browser.newPage({ viewport: { width: 1100, height: 400 } })
  const cleanup = createCleanup()
  const draw = async (name: string, content: string) => {
    const path = `${FOLDER}${name}.png`
    mkdirSync(dirname(path), { recursive: true })
    await page.setContent(content)
    writeFileSync(path, shrinkPng(await page.locator('body').screenshot()))
    process.stdout.write(`${path}\n`)
  }
  try {
    for (const { period, until, shown } of DIGESTS) {
      const charts = await drawDigest({ period, until })
      await draw(`digest/${period}`, paintCharts(charts.slice(0, shown)))
    }
    const slack = await openSlackChat({ mode: 'socket', cleanup })
    const discord = await openDiscordChat({ cleanup })
    for (const { chat, painter } of [
      { chat: slack, painter: slackPainter },
      { chat: discord, painter: createDiscordPainter({ nameOf: toMember }) },
    ]) {
      for (const shot of await takeShots(chat))
        await draw(`chat/${chat.platform}-${shot.name}`, paintPage(shot, { painter }))
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
