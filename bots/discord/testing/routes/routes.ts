import { createCommand } from './createCommand.ts'
import { createFollowup } from './createFollowup.ts'
import { createMessage } from './createMessage.ts'
import { deleteAnswer } from './deleteAnswer.ts'
import { deleteCommand } from './deleteCommand.ts'
import { deleteMessage } from './deleteMessage.ts'
import { editAnswer } from './editAnswer.ts'
import { editCommand } from './editCommand.ts'
import { editMessage } from './editMessage.ts'
import { getAnswer } from './getAnswer.ts'
import { getApplication } from './getApplication.ts'
import { getChannel } from './getChannel.ts'
import { getCommand } from './getCommand.ts'
import { getGateway } from './getGateway.ts'
import { getGuild } from './getGuild.ts'
import { getMember } from './getMember.ts'
import { getMessage } from './getMessage.ts'
import { getUser } from './getUser.ts'
import { listCommands } from './listCommands.ts'
import { listGuildChannels } from './listGuildChannels.ts'
import { listGuilds } from './listGuilds.ts'
import { listMessages } from './listMessages.ts'
import { openDirect } from './openDirect.ts'
import { overwriteCommands } from './overwriteCommands.ts'
import type { Route } from './Route.ts'
import { respond } from './respond.ts'
import { startThread } from './startThread.ts'

/** The routes of the REST API that the double knows. Of two that fit, the first one counts. */
export const routes: Readonly<Record<string, Route>> = {
  'GET /gateway': getGateway,
  'GET /gateway/bot': getGateway,
  'GET /applications/@me': getApplication,
  'GET /oauth2/applications/@me': getApplication,
  'GET /users/@me/guilds': listGuilds,
  'POST /users/@me/channels': openDirect,
  'GET /users/:user': getUser,
  'GET /guilds/:guild': getGuild,
  'GET /guilds/:guild/channels': listGuildChannels,
  'GET /guilds/:guild/members/:user': getMember,
  'GET /channels/:channel': getChannel,
  'GET /channels/:channel/messages': listMessages,
  'POST /channels/:channel/messages': createMessage,
  'GET /channels/:channel/messages/:message': getMessage,
  'PATCH /channels/:channel/messages/:message': editMessage,
  'DELETE /channels/:channel/messages/:message': deleteMessage,
  'POST /channels/:channel/messages/:message/threads': startThread,
  'POST /interactions/:interaction/:token/callback': respond,
  'POST /webhooks/:application/:token': createFollowup,
  'GET /webhooks/:application/:token/messages/:message': getAnswer,
  'PATCH /webhooks/:application/:token/messages/:message': editAnswer,
  'DELETE /webhooks/:application/:token/messages/:message': deleteAnswer,
  'GET /applications/:application/commands': listCommands,
  'PUT /applications/:application/commands': overwriteCommands,
  'POST /applications/:application/commands': createCommand,
  'GET /applications/:application/commands/:command': getCommand,
  'PATCH /applications/:application/commands/:command': editCommand,
  'DELETE /applications/:application/commands/:command': deleteCommand,
  'GET /applications/:application/guilds/:guild/commands': listCommands,
  'PUT /applications/:application/guilds/:guild/commands': overwriteCommands,
  'POST /applications/:application/guilds/:guild/commands': createCommand,
  'GET /applications/:application/guilds/:guild/commands/:command': getCommand,
  'PATCH /applications/:application/guilds/:guild/commands/:command': editCommand,
  'DELETE /applications/:application/guilds/:guild/commands/:command': deleteCommand,
}
