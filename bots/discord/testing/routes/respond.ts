import { interactionTypes } from '../interactionTypes.ts'
import { parseForm } from '../schemas/parseForm.ts'
import { refuseForm } from '../schemas/refuseForm.ts'
import { responseSchema } from '../schemas/responseSchema.ts'
import type { FakeInteraction, World } from '../World.ts'
import { toWireMessage } from '../wire/toWireMessage.ts'
import { ApiRefusal } from './ApiRefusal.ts'
import { carryOutResponse } from './carryOutResponse.ts'
import type { ErrorCode } from './errorCodes.ts'
import type { Route } from './Route.ts'

const FIRST_RESPONSE_WITHIN_MS = 3000

/** `POST /interactions/:interaction/:token/callback`: once, and within three seconds. */
export const respond: Route = (world, { params, query, body }) => {
  const interaction = world.interactions.get(params.interaction ?? '')
  if (interaction === undefined || interaction.token !== params.token) throw new ApiRefusal(10062)
  const problem = findProblem(world, interaction)
  if (problem !== null) {
    world.onAttempt({ interaction, refusal: problem })
    throw new ApiRefusal(problem)
  }
  const response = parseForm(responseSchema, body)
  const takes = listTypes(interaction)
  if (!takes.includes(response.type))
    throw refuseForm({
      path: ['type'],
      code: 'BASE_TYPE_CHOICES',
      message: `Value must be one of (${takes.join(', ')}).`,
    })
  interaction.response = carryOutResponse(world, { interaction, response })
  world.onAttempt({ interaction, refusal: null })
  if (query.get('with_response') !== 'true') return { status: 204, body: null }
  return { status: 200, body: toCallback(world, { interaction, type: response.type }) }
}

function findProblem(world: World, interaction: FakeInteraction): ErrorCode | null {
  if (interaction.response !== null) return 40060
  return world.now() - interaction.issuedAt > FIRST_RESPONSE_WITHIN_MS ? 10062 : null
}

/** The kinds of response that an interaction takes. */
function listTypes(interaction: FakeInteraction): number[] {
  if (interaction.kind === 'autocomplete') return [8]
  return [4, 5, ...(interaction.message === null ? [] : [6, 7]), ...(interaction.kind === 'modal' ? [] : [9])]
}

function toCallback(
  world: World,
  options: { interaction: FakeInteraction; type: number },
): Record<string, unknown> {
  const { interaction, type } = options
  const { original } = interaction
  return {
    interaction: {
      id: interaction.id,
      type: interactionTypes[interaction.kind],
      ...(original === null
        ? {}
        : {
            response_message_id: original.id,
            response_message_loading: original.isLoading,
            response_message_ephemeral: original.visibleTo !== null,
          }),
    },
    resource: { type, ...(original === null ? {} : { message: toWireMessage(world, original) }) },
  }
}
