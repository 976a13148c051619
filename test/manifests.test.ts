import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'

const ROOT = join(import.meta.dirname, '..')

const CONTRACT_CLIENT = '@medikey/contract-client'
const CORE = '@medikey/core'
const ERRORS = '@medikey/errors'
const RUNTIME = '@medikey/runtime'

const BOT = [ERRORS, CORE, CONTRACT_CLIENT, RUNTIME]

const MEDIKEY = [
  ...BOT,
  '@medikey/store',
  '@medikey/local-chain',
  '@medikey/jobs',
  '@medikey/slack',
  '@medikey/discord',
]

/** The arrows of the house, as in docs/architecture.md: what of ours a room's manifest may name. */
const ARROWS: Readonly<Record<string, { name: string; may: readonly string[] }>> = {
  contracts: { name: '@medikey/contracts', may: [] },
  'packages/errors': { name: ERRORS, may: [] },
  'packages/runtime': { name: RUNTIME, may: [ERRORS] },
  'packages/contract-client': { name: CONTRACT_CLIENT, may: [ERRORS] },
  'packages/core': { name: CORE, may: [ERRORS, CONTRACT_CLIENT] },
  'packages/store': { name: '@medikey/store', may: [ERRORS, CORE] },
  'packages/local-chain': { name: '@medikey/local-chain', may: [ERRORS, RUNTIME] },
  'bots/slack': { name: '@medikey/slack', may: BOT },
  'bots/discord': { name: '@medikey/discord', may: BOT },
  jobs: { name: '@medikey/jobs', may: BOT },
  'packages/medikey': { name: 'medikey', may: MEDIKEY },
  test: { name: '@medikey/test', may: [...MEDIKEY, 'medikey', '@medikey/contracts'] },
}

const dependencies = z.record(z.string(), z.string()).default({})

const manifestSchema = z.looseObject({
  name: z.string(),
  packageManager: z.string().optional(),
  scripts: dependencies,
  dependencies,
  devDependencies: dependencies,
  peerDependencies: dependencies,
  optionalDependencies: dependencies,
})

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')

// Also what is new and not ignored: a file is checked before it is committed. What was deleted is not.
const files = execFileSync(
  'git',
  ['-c', 'safe.directory=*', 'ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate'],
  { cwd: ROOT, encoding: 'utf8' },
)
  .split('\0')
  .filter((path) => path !== '')

const manifests = new Map(
  files
    .filter((path) => path === 'package.json' || path.endsWith('/package.json'))
    .map((path) => [dirname(path), manifestSchema.parse(JSON.parse(read(path)))]),
)

const root = manifestSchema.parse(JSON.parse(read('package.json')))

const everyDependency = (manifest: z.output<typeof manifestSchema>) =>
  Object.entries({
    ...manifest.dependencies,
    ...manifest.devDependencies,
    ...manifest.peerDependencies,
    ...manifest.optionalDependencies,
  })

const isOurs = (name: string) => name === 'medikey' || name.startsWith('@medikey/')

test('every manifest belongs to a room of the table, under the name of the room', () => {
  const rooms = [...manifests].filter(([room]) => room !== '.').map(([room, { name }]) => [room, name])
  expect(rooms).not.toEqual([])
  expect(rooms).toEqual(rooms.map(([room = '']) => [room, ARROWS[room]?.name]))
})

test('every room of the table exists', () => {
  const missing = Object.keys(ARROWS).filter((room) => !manifests.has(room))
  expect(missing).toEqual([])
})

test.each([...manifests.keys()].filter((room) => room !== '.'))(
  '%s says in its README.md what it is for and what it may import, with an example',
  (room) => {
    expect(files).toContain(`${room}/README.md`)
    const text = read(`${room}/README.md`)
    expect(text).toMatch(/^# \S/)
    expect(text).toMatch(/\bmay import\b/i)
    expect(text).toMatch(/\bmust not import\b/i)
    expect(text).toMatch(/^```\w+$/m)
  },
)

test.each([...manifests].filter(([room]) => room !== '.'))(
  '%s names no room above or beside it, not even for its tests',
  (room, manifest) => {
    const ours = everyDependency(manifest)
      .map(([name]) => name)
      .filter(isOurs)
    expect(ours.filter((name) => !ARROWS[room]?.may.includes(name))).toEqual([])
  },
)

test('rooms are taken from the workspace, and everything else at one exact version', () => {
  const catalog = z
    .object({ catalog: z.record(z.string(), z.string()) })
    .parse(parse(read('pnpm-workspace.yaml'))).catalog
  const loose = [...manifests].flatMap(([room, manifest]) =>
    everyDependency(manifest)
      .filter(([name, version]) =>
        isOurs(name)
          ? version !== 'workspace:*'
          : version === 'catalog:'
            ? catalog[name] === undefined
            : !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
      )
      .map(([name, version]) => `${room}: ${name} ${version}`),
  )
  expect(loose).toEqual([])
  expect(Object.entries(catalog).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
})

test('one version of pnpm, turbo and node is named everywhere', () => {
  const named = { pnpm: new Set<string>(), turbo: new Set<string>(), node: new Set<string>() }
  for (const manifest of manifests.values()) {
    const text = [manifest.packageManager, ...Object.values(manifest.scripts)].join('\n')
    for (const [, tool, version] of text.matchAll(/\b(pnpm|turbo|node)@([\w.-]+)/g))
      named[tool as keyof typeof named].add(version ?? '')
    for (const [name, version] of everyDependency(manifest))
      if (name in named) named[name as keyof typeof named].add(version)
  }
  named.node.add(read('.nvmrc').trim())
  expect(root.packageManager).toMatch(/^pnpm@\d+\.\d+\.\d+$/)
  expect([...named.pnpm]).toEqual([root.packageManager?.slice('pnpm@'.length)])
  expect([...named.turbo]).toEqual([root.devDependencies.turbo])
  expect([...named.node]).toEqual([root.devDependencies.node])
})

test('no file names the host of a registry or the address of an archive', () => {
  const host = /registry\.[a-z0-9-]+\.(org|com|net|io|dev|cn|local|internal)\b|npm\.pkg\.github|tarball[:]/i
  const found = files.filter((path) => {
    try {
      return host.test(read(path))
    } catch (error) {
      // Deleted in the working tree, or a link to a directory.
      if (['ENOENT', 'EISDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return false
      throw error
    }
  })
  expect(found).toEqual([])
  expect(read('pnpm-lock.yaml')).not.toMatch(/https?:\/\//)
})
