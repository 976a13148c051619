import type { Modal } from '../schemas/modalSchema.ts'
import { refuseForm } from '../schemas/refuseForm.ts'
import type { FakeInteraction, FakeModal, World } from '../World.ts'

/**
 * Opens a form before the person who did something; what stood open before closes.
 *
 * @throws ApiRefusal 50035 where two fields share a custom id
 */
export function openModal(world: World, options: { interaction: FakeInteraction; modal: Modal }): FakeModal {
  const { interaction, modal } = options
  const ids = modal.components.flatMap((part) => ('component' in part ? [part.component.custom_id] : []))
  if (new Set(ids).size < ids.length)
    throw refuseForm({
      path: ['data', 'components'],
      code: 'COMPONENT_CUSTOM_ID_DUPLICATED',
      message: 'Component custom id cannot be duplicated',
    })
  for (const open of world.modals) if (open.user === interaction.user) open.isOpen = false
  const opened: FakeModal = {
    id: world.nextId(),
    user: interaction.user,
    channel: interaction.channel,
    message: interaction.message,
    modal,
    isOpen: true,
  }
  world.modals.push(opened)
  return opened
}
