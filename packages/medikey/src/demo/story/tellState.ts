import { describeRecord } from '@medikey/core'
import { terminalAccount } from '../../terminal/terminalAccount.ts'
import { getPersona } from '../getPersona.ts'
import type { Stage } from './Stage.ts'
import { script } from './script.ts'

/** How the record of the story stands now. */
export async function tellState(stage: Stage): Promise<void> {
  const alice = getPersona('alice')
  const record = script.recordId.toString()
  stage.terminal.showDeed({ who: alice.name, text: `/medikey record ${record}` })
  stage.terminal.showAnswer({
    who: alice.name,
    message: await describeRecord(stage.deps, { account: terminalAccount(alice.handle), record }),
  })
}
