import { execFile } from 'node:child_process'
import { readFile, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { linkDependencies } from '../testing/linkDependencies.ts'
import { makeProject } from '../testing/makeProject.ts'
import { createLocalChain } from './createLocalChain.ts'

const run = promisify(execFile)
const own = join(import.meta.dirname, '..')
const readme = await readFile(join(own, 'README.md'), 'utf8')

/** The README's code blocks by the file name that their first line gives them. */
const examples = new Map<string, string>()
for (const [, name = '', code = ''] of readme.matchAll(/^```\w+\n(?:\/\/|;;) (\S+)\n([\s\S]*?)^```$/gm))
  examples.set(name, code)

/** Writes the examples into a project that has what they import. */
async function writeExamples(url: string) {
  const files = [...examples].map(([name, code]) => [name, code.replaceAll('http://localhost:3999', url)])
  const project = await makeProject({
    files: {
      'Clarinet.toml':
        '[project]\nname = "shop"\n[contracts.counter]\npath = "counter.clar"\nepoch = "latest"\n',
      'package.json': '{ "type": "module" }',
      ...Object.fromEntries(files),
    },
  })
  await linkDependencies({ folder: project.folder, from: own })
  await symlink(own, join(project.folder, 'node_modules/@medikey/local-chain'))
  return project
}

test('the examples of the README do what they say', async () => {
  expect([...examples.keys()]).toEqual(['counter.clar', 'add.ts', 'history.ts', 'counter.test.ts'])
  const { manifestPath } = await writeExamples('')
  const chain = await createLocalChain({ manifestPath, port: 0, mining: 'immediate' })
  onTestFinished(() => chain.close())
  const { folder } = await writeExamples(chain.url)

  for (const name of ['add.ts', 'history.ts']) {
    const { stdout } = await run(process.execPath, [name], { cwd: folder })
    expect(stdout.trim()).toBe(/\/\/ prints: (.*)$/m.exec(examples.get(name) ?? '')?.[1])
  }
  const vitest = join(folder, 'node_modules/vitest/vitest.mjs')
  const { stdout } = await run(process.execPath, [vitest, 'run', '--root', folder, '--no-color'], {
    cwd: folder,
  })
  expect(stdout).toMatch(/Tests\s+2 passed \(2\)/)
}, 120_000)
