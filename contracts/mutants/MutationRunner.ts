import { inject, type RunnerTask, type RunnerTestCase, TestRunner, type TestTryOptions } from 'vitest'

/** A wrong contract, and the one test file that is to judge it; none for all of them. */
export type Suspect = { readonly id: string; readonly source: string; readonly file: string | null }

declare module 'vitest' {
  interface ProvidedContext {
    /** The wrong contracts that the suite is to find out. */
    mutants: readonly Suspect[]
  }
  interface TaskMeta {
    /** The ids of the wrong contracts that the test failed on; `original` is the right one. */
    failedOn?: readonly string[]
  }
}

const ORIGINAL = { id: 'original', source: undefined }

/**
 * Vitest's own runner, except that each test judges the contract first and then every mutant that no earlier test
 * has found out. All share the worker's VM, whose start takes longer than most mutants live. A class, as vitest asks.
 */
export default class MutationRunner extends TestRunner {
  private alive = inject('mutants')
  private tried: readonly { id: string; source: string | undefined }[] = []

  override async onBeforeRunTask(test: RunnerTask): Promise<void> {
    await super.onBeforeRunTask(test)
    if (test.type !== 'test') return
    const suspects = this.alive.filter(({ file }) => file === null || test.file.filepath.endsWith(`/${file}`))
    if (suspects.length === 0) test.mode = 'skip'
    // And the right one again: a mutant that spoilt the VM for those behind it must not pass for their fall.
    this.tried = [ORIGINAL, ...suspects, ORIGINAL]
    test.repeats = suspects.length + 1
  }

  override onBeforeTryTask(test: RunnerTask, options: TestTryOptions): void {
    super.onBeforeTryTask(test, options)
    const source = this.tried[options.repeats]?.source
    if (source === undefined) delete test.meta.source
    else test.meta.source = source
  }

  override onAfterRunTask(test: RunnerTask): void {
    super.onAfterRunTask(test)
    if (test.type !== 'test') return
    const failedOn = failuresOf(test).flatMap((repeat) => this.tried[repeat]?.id ?? [])
    this.alive = this.alive.filter(({ id }) => !failedOn.includes(id))
    test.meta = { failedOn }
    // Hundreds of tries and their errors would travel to the reporter, which needs none of them.
    test.result = { state: failedOn.includes(ORIGINAL.id) ? 'fail' : 'pass' }
  }
}

function failuresOf({ result }: RunnerTestCase): number[] {
  return (result?.attempts ?? [])
    .filter(({ state }) => state === 'fail')
    .map(({ repeatIndex }) => repeatIndex)
}
