import { readFileSync, writeFileSync } from 'node:fs'
import { insertCommandTable } from './insertCommandTable.ts'

const page = new URL('../../../docs/chat.md', import.meta.url)
writeFileSync(page, insertCommandTable(readFileSync(page, 'utf8')))
