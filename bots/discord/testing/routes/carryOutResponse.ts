import { messageFlags } from '../messageFlags.ts'
import type { InteractionResponse } from '../schemas/responseSchema.ts'
import type { FakeInteraction, FakeResponse, World } from '../World.ts'
import { addMessage } from './addMessage.ts'
import { changeMessage } from './changeMessage.ts'
import { openModal } from './openModal.ts'
import { readContent } from './readContent.ts'

const { ephemeral, isComponentsV2, suppressEmbeds, suppressNotifications } = messageFlags
const AT = { at: ['data'] }
const NOTHING = {
  content: '',
  components: [],
  embeds: [],
  attachments: [],
  mentions: [],
  mentionsEveryone: false,
}

/** Does what a first response asks for. */
export function carryOutResponse(
  world: World,
  options: { interaction: FakeInteraction; response: InteractionResponse },
): FakeResponse {
  const { interaction, response } = options
  const { channel, message: clicked } = interaction
  switch (response.type) {
    case 4: {
      const settable = ephemeral | isComponentsV2 | suppressEmbeds | suppressNotifications
      const content = readContent(world, { edit: response.data, current: null, settable, ...AT })
      interaction.original = addMessage(world, { channel, content, interaction })
      return { type: 'message', message: interaction.original }
    }
    case 5: {
      const content = { ...NOTHING, flags: (response.data?.flags ?? 0) & ephemeral }
      interaction.original = addMessage(world, { channel, content, interaction, isLoading: true })
      return { type: 'deferred-message', isEphemeral: content.flags !== 0 }
    }
    case 6:
      interaction.original = clicked
      return { type: 'deferred-update' }
    case 7: {
      if (clicked === null) throw new Error('Only what was clicked in a message can update it.')
      const settable = isComponentsV2 | suppressEmbeds
      changeMessage(
        world,
        clicked,
        readContent(world, { edit: response.data, current: clicked, settable, ...AT }),
      )
      interaction.original = clicked
      return { type: 'update', message: clicked }
    }
    case 8:
      return { type: 'choices', choices: response.data.choices }
    case 9:
      return { type: 'modal', modal: openModal(world, { interaction, modal: response.data }) }
  }
}
