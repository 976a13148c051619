import type { AlertFinding } from '../model/Alert.ts'

/** Whether a finding is over by itself some time after people were told: a happening, where it is good to know only. */
export function isQuietable({ kind, stage, severity }: AlertFinding): boolean {
  return kind === 'happening' && stage === 'told' && severity === 'info'
}
