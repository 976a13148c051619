import { mkdirSync, writeFileSync } from 'node:fs'
import { generateSources } from './generateSources.ts'

const folder = new URL('../src/generated/', import.meta.url)
mkdirSync(folder, { recursive: true })
for (const [name, text] of await generateSources()) writeFileSync(new URL(name, folder), text)
