import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { linkDependencies } from '../testing/linkDependencies.ts'
import { makeProject } from '../testing/makeProject.ts'
import { startScript } from '../testing/startScript.ts'

const run = promisify(execFile)
const packages = join(import.meta.dirname, '../..')
const tsc = join(packages, 'local-chain/node_modules/.bin/tsc')
const rooms = ['errors', 'runtime', 'local-chain']

/** Puts the built packages into a project's node_modules, with the manifests that pnpm publishes. */
async function install(folder: string): Promise<void> {
  for (const room of rooms) {
    const from = join(packages, room)
    const target = join(folder, 'node_modules/@medikey', room)
    await mkdir(target, { recursive: true })
    const { publishConfig, devDependencies, ...manifest } = JSON.parse(
      await readFile(join(from, 'package.json'), 'utf8'),
    )
    expect(manifest.files).toEqual(existsSync(join(from, 'docs')) ? ['dist', 'docs'] : ['dist'])
    await writeFile(join(target, 'package.json'), JSON.stringify({ ...manifest, ...publishConfig }))
    await run(tsc, ['--project', join(from, 'tsconfig.build.json'), '--outDir', join(target, 'dist')])
    const select = (name: string) => name in (manifest.dependencies ?? {}) && !name.startsWith('@medikey/')
    await linkDependencies({ folder: target, from, select })
  }
}

const consumer = `
import { createLocalChain, type LocalChain } from '@medikey/local-chain'

const chain: LocalChain = await createLocalChain({ manifestPath: 'Clarinet.toml', port: 0, mining: 'immediate' })
const balance: bigint | undefined = chain.accounts[0]?.balance
export const seen: [bigint | undefined, number, string] = [balance, chain.getTip().height, chain.url]
await chain.close()
process.stdout.write(String(seen[1]))
`

test('what is published installs, runs and has its types in a project that knows nothing of this workspace', async () => {
  const { folder } = await makeProject({
    files: {
      'Clarinet.toml': '[project]\nname = "shop"\n[contracts.shop]\npath = "shop.clar"\nepoch = "latest"\n',
      'shop.clar': '(define-public (buy) (ok true))',
      'package.json': '{ "type": "module" }',
      'use.ts': `declare const process: { stdout: { write(text: string): void } }\n${consumer}`,
    },
  })
  await install(folder)

  const own = join(folder, 'node_modules/@medikey/local-chain')
  const manifest = JSON.parse(await readFile(join(own, 'package.json'), 'utf8'))
  const paths = Object.values<Record<string, string>>(manifest.exports).flatMap((entry) =>
    Object.values(entry),
  )
  for (const path of [...paths, manifest.bin['local-chain']]) expect(existsSync(join(own, path))).toBe(true)
  const published = await readdir(join(own, 'dist'), { recursive: true })
  expect(published.filter((path) => /\.test\.|testing|vitest/.test(path))).toEqual([])
  const main = join(own, manifest.bin['local-chain'])
  expect(await readFile(main, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/)

  const command = startScript({ script: main, args: ['--port', '0', '--json'], cwd: folder })
  const [line] = await command.waitFor(/^.*\n/)
  expect(JSON.parse(line)).toMatchObject({ ready: true, contracts: [expect.stringMatching(/\.shop$/)] })
  command.kill('SIGTERM')
  expect(await command.ended).toBe(0)

  const strict = ['--noEmit', '--strict', '--target', 'es2024', '--types', '', join(folder, 'use.ts')]
  await run(tsc, [...strict, '--module', 'nodenext'], { cwd: folder })
  await run(tsc, [...strict, '--module', 'esnext', '--moduleResolution', 'bundler'], { cwd: folder })
  const { stdout } = await run(process.execPath, ['use.ts'], { cwd: folder })
  expect(stdout).toBe('2')
}, 120_000)
