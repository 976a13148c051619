import { expect, test } from 'vitest'
import { createClinic } from '../../testing/index.ts'
import type { AuditEntry } from '../model/AuditEntry.ts'
import { createDraft } from './createDraft.ts'

test('the evidence of a report on very many records is saved to the last one', async () => {
  const { deps, clock } = createClinic()
  const raised: AuditEntry = {
    ...{ at: clock.now(), action: 'alert-raised', actor: null, account: null },
    ...{ requestId: null, recordId: 1n, detail: {} },
  }
  await deps.store.transaction(async (unit) => {
    const draft = createDraft(unit, { silences: [] })
    for (let cause = 0; cause < 150; cause += 1)
      await draft.unit.appendAudit(...Array<AuditEntry>(1_000).fill(raised))
    await draft.save()
  })
  expect(await deps.store.listAudit({ limit: 200_000 })).toHaveLength(150_000)
})
