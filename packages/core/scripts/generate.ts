import { readFileSync, writeFileSync } from 'node:fs'
import { renderChatPage } from './renderChatPage.ts'

const page = new URL('../../../docs/chat.md', import.meta.url)
writeFileSync(page, renderChatPage(readFileSync(page, 'utf8')))
