import type { Message } from '../messages/Message.ts'
import type { Alert } from '../model/Alert.ts'

/** What became of what somebody wanted done with an alert. */
export type ActOutcome = {
  /** What the person is told. */
  readonly message: Message
  /** As it stands now. */
  readonly alert: Alert
  /** False where it was done before, or there was nothing to do. */
  readonly isChanged: boolean
}
