import type { Finding } from '@medikey/core'
import { type Clinic, reportFindings, sampleFinding } from '@medikey/core/testing'
import type { Act } from './Act.ts'

/** A monitor finds something about a record, or says that what it found is over. */
export async function reportFinding(
  { deps, clock }: Pick<Clinic, 'deps' | 'clock'>,
  { record, kind }: Extract<Act, { act: 'find' }>,
): Promise<void> {
  const at = clock.now()
  const about: Pick<Finding, 'cause' | 'subject' | 'at'> = {
    cause: `record ${record}`,
    subject: `record ${record}`,
    at,
  }
  const happening = sampleFinding({
    ...about,
    kind: 'happening',
    fingerprint: `unsanctioned-grant:${record}:${at.getTime()}`,
  })
  const condition = sampleFinding({
    ...about,
    rule: 'record-drawn',
    severity: 'warning',
    kind: 'condition',
    fingerprint: `record-drawn:${record}`,
  })
  await reportFindings(
    deps,
    kind === 'end'
      ? { ended: [condition.fingerprint] }
      : { holds: [kind === 'happening' ? happening : condition] },
  )
}
