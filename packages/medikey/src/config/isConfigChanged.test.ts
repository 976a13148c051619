import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { isConfigChanged } from './isConfigChanged.ts'
import { readConfig } from './readConfig.ts'

let cwd: string
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'mk-changed-'))
  return () => rmSync(cwd, { recursive: true })
})

test('what a file says counts, not that it was written', () => {
  const write = (yaml: string) => writeFileSync(join(cwd, 'medikey.yaml'), yaml)
  const options = { env: { MEDIKEY_HEARTBEAT_URL: 'https://beat.example.com/x' }, cwd }
  write('monitors: { heartbeat: { factor: 4 } }')
  const config = readConfig(options)
  expect(isConfigChanged(config, options)).toBe(false)
  write('monitors:\n  heartbeat: { factor: 4 } # as before\n')
  expect(isConfigChanged(config, options)).toBe(false)
  write('monitors: { heartbeat: { factor: 5 } }')
  expect(isConfigChanged(config, options)).toBe(true)
  write('monitors: { heartbeat: { factor: often } }')
  expect(isConfigChanged(config, options)).toBe(true)
})
