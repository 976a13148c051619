import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const { resolve } = createRequire(import.meta.url)
const compiler = join(resolve('typescript/package.json'), '..', 'bin', 'tsc')
const declarations = resolve('@stacks/blockchain-api-client/lib/generated/schema.d.ts')

/** What the API answered to a request, and the path of its OpenAPI document that the request was made of. */
export type ApiAnswer = {
  readonly path: string
  readonly method?: 'get' | 'post'
  readonly request: string
  readonly body: unknown
}

/**
 * Compares answers with the types that the API's own client generates from the OpenAPI document, by the
 * compiler: written as literals they must have every required field, no unknown one, and the right types.
 *
 * @returns What differs, each with its request; empty when nothing does.
 */
export async function findApiDeviations(answers: readonly ApiAnswer[]): Promise<string[]> {
  const lines = answers.map(({ path, method = 'get', body }, i) => {
    const type = `paths[${JSON.stringify(path)}][${JSON.stringify(method)}]['responses'][200]['content']['application/json']`
    return `export const answer${i}: ${type} = ${JSON.stringify(body)}`
  })
  const directory = await mkdtemp(join(tmpdir(), 'local-chain-answers-'))
  try {
    const file = join(directory, 'answers.ts')
    await writeFile(file, [`import type { paths } from ${JSON.stringify(declarations)}`, ...lines].join('\n'))
    const output = await compile(file)
    return output.split('\n').flatMap((line) => {
      const [, number, problem] = /answers\.ts[(:](\d+).*?error (.*)$/.exec(line) ?? []
      if (problem === undefined) return []
      return [`${answers[Number(number) - 2]?.request}: ${problem}`]
    })
  } finally {
    await rm(directory, { recursive: true })
  }
}

function compile(file: string): Promise<string> {
  const options = [
    '--noEmit',
    '--strict',
    '--skipLibCheck',
    '--pretty',
    'false',
    '--types',
    '',
    '--ignoreConfig',
  ]
  return new Promise((done, fail) => {
    execFile(process.execPath, [compiler, ...options, file], (error, stdout) => {
      // The compiler ends with 1 or 2 when it has something to say.
      if (error === null || stdout !== '') done(stdout)
      else fail(error)
    })
  })
}
