import { authTest } from './authTest.ts'
import { completeUpload } from './completeUpload.ts'
import { deleteMessage } from './deleteMessage.ts'
import { getUploadUrl } from './getUploadUrl.ts'
import { getUser } from './getUser.ts'
import { listHistory } from './listHistory.ts'
import { listReplies } from './listReplies.ts'
import type { Method } from './Method.ts'
import { openConnection } from './openConnection.ts'
import { openConversation } from './openConversation.ts'
import { openView } from './openView.ts'
import { postEphemeral } from './postEphemeral.ts'
import { postMessage } from './postMessage.ts'
import { publishView } from './publishView.ts'
import { updateMessage } from './updateMessage.ts'
import { updateView } from './updateView.ts'

/** The methods of the Web API that the double knows, by Slack's name. */
export const methods: Readonly<Record<string, Method>> = {
  'apps.connections.open': openConnection,
  'auth.test': authTest,
  'chat.delete': deleteMessage,
  'chat.postEphemeral': postEphemeral,
  'chat.postMessage': postMessage,
  'chat.update': updateMessage,
  'conversations.history': listHistory,
  'conversations.open': openConversation,
  'conversations.replies': listReplies,
  'files.completeUploadExternal': completeUpload,
  'files.getUploadURLExternal': getUploadUrl,
  'users.info': getUser,
  'views.open': openView,
  'views.publish': publishView,
  'views.update': updateView,
}
