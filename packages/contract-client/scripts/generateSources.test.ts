import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { generateSources } from './generateSources.ts'

test('the generated files are those of the contract as it is', async () => {
  const folder = new URL('../src/generated/', import.meta.url)
  const committed = new Map(
    readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]),
  )
  expect(committed).toEqual(await generateSources())
})
